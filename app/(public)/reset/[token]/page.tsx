import type { Metadata } from "next";
import { ChooseForm } from "@/components/accounts/resets/reset-forms.tsx";
import { SignPage } from "@/components/accounts/sign-in/sign-page.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { findResetPerson } from "@/lib/accounts/resets/queries.ts";
import { env } from "@/lib/env.ts";

export const metadata: Metadata = {
  title: "A new password",
  referrer: "no-referrer",
  robots: { index: false },
};

const endsAll = "All devices are signed out by it, and all tokens end.";
const signsIn = "It signs you in here. All other devices are signed out, and all tokens end.";

/** Where a link to a new password leads. Looking at it changes nothing. */
export default async function ResetPage({ params }: PageProps<"/reset/[token]">) {
  const { token } = await params;
  const person = await findResetPerson(token);
  if (!person) {
    return (
      <SignPage title="This link no longer works">
        <div className="sign-page__closed">
          <p>It was used already, is too old, or a newer one was made since.</p>
          <LinkButton href="/forgot" variant="primary">
            Ask for a new one
          </LinkButton>
        </div>
      </SignPage>
    );
  }
  return (
    <SignPage
      title="A new password"
      note={`For ${person.username}. ${env().PASSWORD_SIGN_IN ? endsAll : signsIn}`}
    >
      <ChooseForm linkKey={token} username={person.username} />
    </SignPage>
  );
}
