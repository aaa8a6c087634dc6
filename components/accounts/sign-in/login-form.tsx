import { ActionForm } from "@/components/forms/action-form.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { Link } from "@/components/ui/link.tsx";
import { signIn } from "@/lib/accounts/sign-in/actions.ts";
import type { SignUpState } from "@/lib/accounts/users/queries.ts";
import { withNext } from "./with-next.ts";

/** Name and password; `next` is the page to go on to. */
export function LoginForm({ next, signUp }: { next: string; signUp: SignUpState }) {
  return (
    <ActionForm
      formKey="login"
      action={signIn}
      submit="Sign in"
      refusal="You are not signed in"
      noDraft
      beside={
        <>
          <Link className="link" href="/forgot">
            I forgot my password
          </Link>
          {signUp !== "closed" && (
            <Link className="link" href={withNext("/register", next)}>
              Create an account
            </Link>
          )}
        </>
      }
    >
      <input type="hidden" name="next" value={next} />
      <TextField
        name="username"
        label="User name"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
      />
      <PasswordField name="password" label="Password" autoComplete="current-password" />
    </ActionForm>
  );
}
