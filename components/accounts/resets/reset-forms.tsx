import { ActionForm } from "@/components/forms/action-form.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { choosePassword, forgot } from "@/lib/accounts/resets/actions.ts";
import { NewPasswordField } from "../new-password-field.tsx";

const labels = { who: "User name or e-mail", password: "New password" };

/** The form that requests a password reset. */
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

/** The form of a new password, opened by a reset link, whose key it sends. */
export function ChooseForm({ linkKey, username }: { linkKey: string; username: string }) {
  return (
    <ActionForm
      formKey="reset"
      action={choosePassword}
      submit="Set the new password"
      refusal="Your password hasn’t changed"
      labels={labels}
      noDraft
    >
      <input type="hidden" name="key" value={linkKey} />
      {/* Password managers file the new password under this name. */}
      <input hidden readOnly type="text" value={username} autoComplete="username" />
      <NewPasswordField name="password" label={labels.password} />
    </ActionForm>
  );
}
