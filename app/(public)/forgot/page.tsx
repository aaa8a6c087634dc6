import type { Metadata } from "next";
import { ForgotForm } from "@/components/accounts/resets/reset-forms.tsx";
import { SignPage } from "@/components/accounts/sign-in/sign-page.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { sendsMail } from "@/lib/mail/commands.ts";

export const metadata: Metadata = { title: "Forgotten password" };

/** The way back in for who has forgotten the password. */
export default function ForgotPage() {
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
        <LinkButton href="/login" variant="primary">
          Back to the sign-in
        </LinkButton>
      </div>
    </SignPage>
  );
}
