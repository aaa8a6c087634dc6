import { ActionForm } from "@/components/forms/action-form.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { savePassword } from "@/lib/accounts/users/actions.ts";
import { NewPasswordField } from "../new-password-field.tsx";

const labels = { current_password: "Current password", password: "New password" };

type Props = {
  username: string;
  hasPassword: boolean;
  /** whether people sign in with it */
  signsIn: boolean;
};

/** A new password for the person who knows the current one, or has none yet. */
export function PasswordCard({ username, hasPassword, signsIn }: Props) {
  return (
    <Card labelledBy="password">
      <CardHeader id="password" title="Password" />
      <CardBody className="security-card">
        {!signsIn && (
          <p className="row-list__note">
            You don’t sign in with it here. It is asked for before your account is changed.
          </p>
        )}
        <ActionForm
          formKey="password"
          action={savePassword}
          submit={hasPassword ? "Change password" : "Set a password"}
          refusal={hasPassword ? "Your password hasn’t changed" : "No password is set yet"}
          labels={labels}
          noDraft
        >
          {/* Password managers file the new password under this name. */}
          <input hidden readOnly type="text" value={username} autoComplete="username" />
          {hasPassword && (
            <PasswordField
              name="current_password"
              label={labels.current_password}
              autoComplete="current-password"
            />
          )}
          <NewPasswordField
            name="password"
            label={labels.password}
            help="Other devices and API clients have to sign in again."
          />
        </ActionForm>
      </CardBody>
    </Card>
  );
}
