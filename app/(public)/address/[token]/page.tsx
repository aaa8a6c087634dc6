import type { Metadata } from "next";
import { ConfirmForm } from "@/components/accounts/email-verification/address-proof.tsx";
import { SignPage } from "@/components/accounts/sign-in/sign-page.tsx";
import { findLink } from "@/lib/accounts/one-time-links.ts";

export const metadata: Metadata = {
  title: "Your address",
  referrer: "no-referrer",
  robots: { index: false },
};

/** Where the link leads that proves an address. Looking at it proves nothing: programs open links too. */
export default async function AddressPage({ params }: PageProps<"/address/[token]">) {
  const { token } = await params;
  const link = await findLink(token, "address");
  if (!link) {
    return (
      <SignPage title="This link no longer works">
        <p>It was used already, is too old, or a newer one was sent since.</p>
      </SignPage>
    );
  }
  return (
    <SignPage title="Is this your address?" note={link.email}>
      <ConfirmForm linkKey={token} />
    </SignPage>
  );
}
