import { ActionForm } from "@/components/forms/action-form.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { forgot } from "@/lib/accounts/resets/actions.ts";

const labels = { who: "User name or e-mail" };

/** Asks who forgot their password. */
export function ForgotForm() {
  return (
    <ActionForm
      formKey="forgot"
      action={forgot}
      submit="Send me a link"
      refusal="Nothing was sent"
      labels={labels}
      noDraft
    >
      <TextField
        name="who"
        label={labels.who}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
      />
    </ActionForm>
  );
}
