import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { keyRoundIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { DateText } from "@/components/ui/time.tsx";
import type { listTokens } from "@/lib/accounts/auth/personal-tokens.ts";
import { revokeToken } from "@/lib/accounts/personal-tokens/actions.ts";
import { CardRow, LastUsed, type Listed } from "../card-row.tsx";

type Token = Listed<typeof listTokens> & { ended: boolean };

/** The person's tokens, with a button to revoke each. */
export function TokensCard({ tokens }: { tokens: Token[] }) {
  return (
    <Card labelledBy="tokens">
      <CardHeader id="tokens" title="Your tokens" />
      {tokens.length === 0 ? (
        <CardBody>
          <p className="row-list__note">
            None yet. A token lets a script or another program use what is yours, without your
            password.
          </p>
        </CardBody>
      ) : (
        <ul>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function TokenRow({ token }: { token: Token }) {
  const { id, name, scopes, created_at, expires_at, last_used_at, ended } = token;
  const tag = ended ? "ended" : scopes.join(", ");
  const note = (
    <>
      <LastUsed at={last_used_at} />, made <DateText iso={created_at} />,{" "}
      {expires_at ? (
        <>
          {ended ? "ended" : "ends"} <DateText iso={expires_at} />
        </>
      ) : (
        "no end"
      )}
    </>
  );
  return (
    <CardRow icon={keyRoundIcon} name={name} tag={tag} note={note}>
      <ButtonForm action={revokeToken}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton size="s" title="What uses it is refused from then on">
          {ended ? "Remove" : "Revoke"}
          <span className="sr-only"> {name}</span>
        </SubmitButton>
      </ButtonForm>
    </CardRow>
  );
}
