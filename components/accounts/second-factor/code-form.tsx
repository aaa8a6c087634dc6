import { withNext } from "@/components/accounts/sign-in/with-next.ts";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { TextField } from "@/components/forms/text-field.tsx";
import { Link } from "@/components/ui/link.tsx";
import { maxCodeLength } from "@/lib/accounts/second-factor/values.ts";
import { enterCode } from "@/lib/accounts/sign-in/actions.ts";

type Props = { next: string; recovery: boolean };

/** The second step of signing in: a code of the app, or a recovery code. */
export function CodeForm({ next, recovery }: Props) {
  const other = recovery ? "/login/code" : "/login/code?with=recovery";
  const words = recovery
    ? { label: "Recovery code", help: "One of those that you kept. Each works once." }
    : { label: "Code", help: "The six digits that your app shows now." };
  return (
    <ActionForm
      formKey="code"
      action={enterCode}
      submit="Go on"
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
        maxLength={maxCodeLength}
        autoFocus
      />
    </ActionForm>
  );
}
