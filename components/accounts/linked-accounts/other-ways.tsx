import { Icon } from "@/components/ui/icon.tsx";
import { logInIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import type { ProviderOption } from "@/lib/accounts/linked-accounts/values.ts";
import { signInWith } from "@/lib/accounts/sign-in/actions.ts";
import { PasskeySignIn } from "../passkeys/passkey-sign-in.tsx";

type Props = {
  next: string;
  providers: ProviderOption[];
  /** the key of an invitation that makes an account by a provider */
  invitation?: string;
  /** whether browsers can use passkeys at this address */
  passkeys?: boolean;
};

/** The ways in besides a name and a password, below that form; nothing where there are none. */
export function OtherWays({ next, providers, invitation, passkeys = false }: Props) {
  if (providers.length === 0 && !passkeys) return null;
  return (
    <div className="sign-page__others">
      {passkeys && <PasskeySignIn next={next} />}
      {providers.map(({ id, name }) => (
        <form key={id} action={signInWith}>
          <input type="hidden" name="provider" value={id} />
          <input type="hidden" name="next" value={next} />
          {invitation && <input type="hidden" name="invitation" value={invitation} />}
          <SubmitButton className="sign-page__other">
            <Icon of={logInIcon} /> Continue with {name}
          </SubmitButton>
        </form>
      ))}
    </div>
  );
}
