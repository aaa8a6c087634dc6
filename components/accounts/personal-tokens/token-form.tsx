import { CheckField } from "@/components/forms/check-field.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { SelectField } from "@/components/forms/select-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { makeToken } from "@/lib/accounts/personal-tokens/actions.ts";
import { tokenDays, tokenLimits } from "@/lib/accounts/personal-tokens/values.ts";
import { SecretForm } from "../secret-form.tsx";

const labels = {
  name: "Name",
  read: "What it may do",
  days: "Ends",
  current_password: "Your password",
};

const ends = [
  ...tokenDays.map((days) => ({
    value: String(days),
    label: days === 365 ? "In a year" : `In ${days} days`,
  })),
  { value: "0", label: "Never, until you revoke it" },
];

type Props = { isStaff: boolean; hasPassword: boolean };

/** Makes a token, after the password, and shows it this once. */
export function TokenForm({ isStaff, hasPassword }: Props) {
  return (
    <SecretForm
      formKey="token"
      make={makeToken}
      made={{ title: "Your token is made", label: "Your new token" }}
      submit="Make a token"
      refusal="There is no token yet"
      labels={labels}
      fresh
    >
      <TextField
        name="name"
        label={labels.name}
        help="What will use it, so that you know which one to revoke."
        limit={tokenLimits.name}
        autoComplete="off"
        required
      />
      <fieldset className="token-scopes">
        <legend className="label">{labels.read}</legend>
        <CheckField name="read" label="Read your data" defaultChecked />
        <CheckField name="write" label="Add, change and delete your data" />
        <CheckField name="capture" label="Read and save a posting from its page, nothing else" />
        {isStaff && <CheckField name="admin" label="Do what only admins may" />}
      </fieldset>
      <SelectField name="days" label={labels.days} options={ends} defaultValue="90" />
      {hasPassword && (
        <PasswordField
          name="current_password"
          label={labels.current_password}
          help="A token goes on working after you sign out."
          autoComplete="current-password"
        />
      )}
    </SecretForm>
  );
}
