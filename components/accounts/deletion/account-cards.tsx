import { ActionForm } from "@/components/forms/action-form.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { deleteAccount } from "@/lib/accounts/deletion/actions.ts";

const labels = {
  username: "Your user name, typed out",
  current_password: "Your password",
  code: "Code",
};

type Props = { username: string; hasPassword: boolean; hasFactor: boolean };

/** Account deletion, after reauthentication. */
export function DeleteAccountCard({ username, hasPassword, hasFactor }: Props) {
  return (
    <Card labelledBy="delete">
      <CardHeader id="delete" title="Delete your account" />
      <CardBody className="card__body--form">
        <p>
          You are signed out at once, and everything goes for good: postings, sites, opportunities,
          what happened to them, imports, the trash, tokens and sign-ins. There is no undo. It
          doesn’t reach into backups made by the person who runs this Foothold.
        </p>
        <ActionForm
          formKey="delete-account"
          action={deleteAccount}
          submit="Delete my account"
          refusal="Your account is still there"
          labels={labels}
          noDraft
          danger
        >
          <TextField
            name="username"
            label={labels.username}
            help={`It is ${username}.`}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
          {hasPassword && (
            <PasswordField
              name="current_password"
              label={labels.current_password}
              autoComplete="current-password"
            />
          )}
          {hasFactor && (
            <TextField
              name="code"
              label={labels.code}
              help="From your authenticator app, or a recovery code."
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </ActionForm>
      </CardBody>
    </Card>
  );
}
