import { ActionForm } from "@/components/forms/action-form.tsx";
import { FieldGrid } from "@/components/forms/field-grid.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { Link } from "@/components/ui/link.tsx";
import { register } from "@/lib/accounts/users/actions.ts";
import { NewPasswordField } from "../new-password-field.tsx";
import { BrowserZone } from "./browser-zone.tsx";
import { withNext } from "./login-form.tsx";

// In one line, or a sign alone would begin the next.
const signs = "@ . + - _".replaceAll(" ", "\u00a0");

const labels = {
  username: "User name",
  email: "E-mail",
  first_name: "First name",
  last_name: "Last name",
  password: "Password",
};

type Props = {
  next: string;
  /** the key of the invitation link, and the address it was for */
  invitation?: string;
  email?: string;
};

/** The fields of an account; signs in and goes on to `next`. */
export function RegisterForm({ next, invitation, email }: Props) {
  return (
    <ActionForm
      formKey="register"
      action={register}
      submit="Create account"
      refusal="Your account isn’t created yet"
      labels={labels}
      noDraft
      beside={
        <Link className="link" href={withNext("/login", next)}>
          I have an account
        </Link>
      }
    >
      <input type="hidden" name="next" value={next} />
      {invitation && <input type="hidden" name="invitation" value={invitation} />}
      <BrowserZone />
      <TextField
        name="username"
        label={labels.username}
        help={`What you sign in with. Letters, numbers and ${signs}`}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
      />
      <TextField
        name="email"
        type="email"
        label={labels.email}
        autoComplete="email"
        defaultValue={email}
      />
      <FieldGrid>
        <TextField
          name="first_name"
          label={labels.first_name}
          help="Optional, to greet you."
          autoComplete="given-name"
        />
        <TextField
          name="last_name"
          label={labels.last_name}
          help="Optional."
          autoComplete="family-name"
        />
      </FieldGrid>
      <NewPasswordField name="password" label={labels.password} />
    </ActionForm>
  );
}

/** Says that nobody can register, and what can be done instead. */
export function RegisterClosed({ next }: { next: string }) {
  return (
    <div className="sign-page__closed">
      <p>
        This Foothold doesn’t take sign-ups. To get an account, ask the person who runs it. If you
        have one, sign in.
      </p>
      <LinkButton href={withNext("/login", next)} variant="primary">
        Sign in
      </LinkButton>
    </div>
  );
}
