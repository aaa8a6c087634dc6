import { ActionForm } from "@/components/forms/action-form.tsx";
import { PasswordField } from "@/components/forms/password-field.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { Link } from "@/components/ui/link.tsx";
import { maxCodeLength } from "@/lib/accounts/second-factor/codes.ts";
import { enterCode, signIn } from "@/lib/accounts/sign-in/actions.ts";
import type { SignUpState } from "@/lib/accounts/users/queries.ts";

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

/** The second step of signing in: a code of the app, or a recovery code. */
export function CodeForm({ next, recovery }: { next: string; recovery: boolean }) {
  const other = recovery ? "/login/code" : "/login/code?with=recovery";
  const words = recovery
    ? { label: "Recovery code", help: "One of those that you kept. Each works once." }
    : { label: "Code", help: "The six digits that your app shows now." };
  return (
    <ActionForm
      formKey="code"
      action={enterCode}
      submit="Continue"
      refusal="You are not signed in"
      noDraft
      beside={
        <Link className="link" href={withNext(other, next)}>
          {recovery ? "Use the app" : "Use a recovery code"}
        </Link>
      }
    >
      <input type="hidden" name="next" value={next} />
      <TextField
        key={words.label}
        name="code"
        {...words}
        inputMode={recovery ? "text" : "numeric"}
        autoComplete={recovery ? "off" : "one-time-code"}
        autoCapitalize="none"
        spellCheck={false}
        limit={maxCodeLength}
        autoFocus
      />
    </ActionForm>
  );
}

/** A path that remembers where to go afterwards; the dashboard needs no remembering. */
export function withNext(path: string, next: string): string {
  if (next === "/dashboard") return path;
  return `${path}${path.includes("?") ? "&" : "?"}next=${encodeURIComponent(next)}`;
}
