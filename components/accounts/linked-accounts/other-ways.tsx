import type { ProviderOption } from "@/lib/accounts/linked-accounts/values.ts";
import { PasskeySignIn } from "../passkeys/passkey-sign-in.tsx";
import { ProviderButtons } from "./provider-buttons.tsx";

type Props = {
  next: string;
  providers: ProviderOption[];
  /** whether browsers can use passkeys at this address */
  passkeys?: boolean;
};

/** The ways in besides a name and a password, below that form; nothing where there are none. */
export function OtherWays({ next, providers, passkeys = false }: Props) {
  if (providers.length === 0 && !passkeys) return null;
  return (
    <div className="sign-page__others">
      {passkeys && <PasskeySignIn next={next} />}
      <ProviderButtons providers={providers} next={next} />
    </div>
  );
}
