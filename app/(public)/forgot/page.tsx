import type { Metadata } from "next";
import { ForgotForm } from "@/components/accounts/resets/reset-forms.tsx";
import { SignPage } from "@/components/accounts/sign-in/sign-page.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { env } from "@/lib/env.ts";
import { sendsMail } from "@/lib/mail/sends-mail.ts";

export const metadata: Metadata = { title: "Forgotten password" };

const toSignIn = (
  <LinkButton href="/login" variant="primary">
    Back to the sign-in
  </LinkButton>
);

/** The way back in for who has forgotten the password. */
export default function ForgotPage() {
  if (!env().PASSWORD_SIGN_IN) {
    return (
      <SignPage title="No passwords here">
        <div className="sign-page__closed">
          <p>
            Nobody signs in with a password on this Foothold. The sign-in page shows the ways that
            work. If none of them lets you in, ask whoever runs it for a link.
          </p>
          {toSignIn}
        </div>
      </SignPage>
    );
  }
  if (sendsMail()) {
    return (
      <SignPage
        title="Forgotten password"
        note="Tell us who you are, and we send a link to a new password to the address of your account."
      >
        <ForgotForm />
      </SignPage>
    );
  }
  return (
    <SignPage title="Forgotten password">
      <div className="sign-page__closed">
        <p>
          This Foothold sends no mail. Ask whoever runs it for a link to a new password: an admin
          makes one under Users.
        </p>
        {toSignIn}
      </div>
    </SignPage>
  );
}
