import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { keyRoundIcon } from "@/components/ui/icons.ts";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { DateText, RelativeTime } from "@/components/ui/time.tsx";
import { revokeToken } from "@/lib/accounts/personal-tokens/actions.ts";

export type ShownToken = {
  id: number;
  name: string;
  scopes: string[];
  /** with the person's offset */
  created_at: string;
  expires_at: string | null;
  last_used_at: string | null;
  ended: boolean;
};

/** The person's tokens, and the ends of them. */
export function TokensCard({ tokens }: { tokens: ShownToken[] }) {
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

function TokenRow({ token }: { token: ShownToken }) {
  return (
    <li className="row-list__row">
      <Icon of={keyRoundIcon} />
      <div>
        <p className="row-list__name">
          {token.name}
          <span className="tag">{token.ended ? "ended" : token.scopes.join(", ")}</span>
        </p>
        <p className="row-list__note">
          {token.last_used_at ? (
            <>
              Last used <RelativeTime iso={token.last_used_at} />
            </>
          ) : (
            "Never used"
          )}
          , made <DateText iso={token.created_at} />, <End token={token} />
        </p>
      </div>
      <form action={revokeToken}>
        <input type="hidden" name="id" value={token.id} />
        <SubmitButton size="s" title="What uses it is refused from then on">
          {token.ended ? "Remove" : "Revoke"}
          <span className="sr-only"> {token.name}</span>
        </SubmitButton>
      </form>
    </li>
  );
}

function End({ token: { expires_at, ended } }: { token: ShownToken }) {
  if (!expires_at) return "no end";
  return (
    <>
      {ended ? "ended" : "ends"} <DateText iso={expires_at} />
    </>
  );
}
