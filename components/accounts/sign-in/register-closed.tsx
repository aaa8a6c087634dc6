import { LinkButton } from "@/components/ui/button.tsx";
import { withNext } from "./with-next.ts";

/** Says that nobody can register, and what can be done instead. */
export function RegisterClosed({ next }: { next: string }) {
  return (
    <div className="sign-page__closed">
      <p>
        This Foothold does not take new people. If you want an account here, ask whoever runs it. If
        you have one, sign in.
      </p>
      <LinkButton href={withNext("/login", next)} variant="primary">
        Sign in
      </LinkButton>
    </div>
  );
}
