import type { Metadata } from "next";
import { SignPage } from "@/components/accounts/sign-in/sign-page.tsx";
import { UnsubscribeForm } from "@/components/reminders/unsubscribe-form.tsx";
import { readUnsubscribeKey } from "@/lib/reminders/unsubscribe-key.ts";

export const metadata: Metadata = {
  title: "Fewer mails",
  referrer: "no-referrer",
  robots: { index: false },
};

/** Where a reminder's own link leads. Looking at it ends nothing: programs open links too. */
export default async function UnsubscribePage({ params }: PageProps<"/unsubscribe/[key]">) {
  const { key } = await params;
  const read = readUnsubscribeKey(key);
  if (!read) {
    return (
      <SignPage title="This link does not work">
        <p>Copy the whole address from the mail, or change your reminders under Settings.</p>
      </SignPage>
    );
  }
  const title =
    read.kind === "digest" ? "No more daily mails?" : "No more mails before interviews?";
  return (
    <SignPage title={title}>
      <UnsubscribeForm linkKey={key} />
    </SignPage>
  );
}
