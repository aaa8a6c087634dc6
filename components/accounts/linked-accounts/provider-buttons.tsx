import { Icon } from "@/components/ui/icon.tsx";
import { logInIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import type { ProviderOption } from "@/lib/accounts/linked-accounts/values.ts";
import { signInWith } from "@/lib/accounts/sign-in/actions.ts";

type Props = { providers: ProviderOption[]; next: string };

/** A button for each provider that the environment names. */
export function ProviderButtons({ providers, next }: Props) {
  return providers.map(({ id, name }) => (
    <form key={id} action={signInWith}>
      <input type="hidden" name="provider" value={id} />
      <input type="hidden" name="next" value={next} />
      <SubmitButton className="sign-page__other">
        <Icon of={logInIcon} /> Continue with {name}
      </SubmitButton>
    </form>
  ));
}
