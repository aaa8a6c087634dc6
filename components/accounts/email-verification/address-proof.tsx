import { ActionForm } from "@/components/forms/action-form.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { confirmAddress, sendProof } from "@/lib/accounts/email-verification/actions.ts";

/** Says that the address is not verified, and sends a verification link. */
export function UnprovedNotice({ email }: { email: string }) {
  return (
    <Notice
      title="Your address is not proved yet"
      action={
        <ButtonForm action={sendProof} failure="Not sent. Try again.">
          <SubmitButton size="s">Send a link</SubmitButton>
        </ButtonForm>
      }
    >
      <p>
        We sent a mail to {email} that asks whether it is yours. Open its link, or get a new one.
      </p>
    </Notice>
  );
}

/** The button that verifies an address, on the page of the emailed link. */
export function ConfirmForm({ linkKey }: { linkKey: string }) {
  return (
    <ActionForm
      formKey="address"
      action={confirmAddress}
      submit="It is my address"
      refusal="The address is not proved"
      noDraft
    >
      <p>Say so, and mails about your account may go to it.</p>
      <input type="hidden" name="key" value={linkKey} />
    </ActionForm>
  );
}
