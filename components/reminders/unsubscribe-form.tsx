import { ActionForm } from "@/components/forms/action-form.tsx";
import { endByKey } from "@/lib/reminders/actions.ts";

/** The button that ends a kind of reminder, on the page of the mail's link. */
export function UnsubscribeForm({ linkKey }: { linkKey: string }) {
  return (
    <ActionForm
      formKey="unsubscribe"
      action={endByKey}
      submit="Stop these mails"
      refusal="Nothing was changed"
      noDraft
    >
      <p>You can turn them on again under Settings, Reminders.</p>
      <input type="hidden" name="key" value={linkKey} />
    </ActionForm>
  );
}
