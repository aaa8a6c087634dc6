import { ActionForm } from "@/components/forms/action-form.tsx";
import { confirmAddress } from "@/lib/accounts/email-verification/actions.ts";

/** The one button of who came by a link to prove an address. */
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
