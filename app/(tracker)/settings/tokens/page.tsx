import type { Metadata } from "next";
import { TokenForm } from "@/components/accounts/personal-tokens/token-form.tsx";
import { TokensCard } from "@/components/accounts/personal-tokens/tokens-card.tsx";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { listTokens } from "@/lib/accounts/auth/personal-tokens.ts";
import { hasPassword } from "@/lib/accounts/auth/reauthentication.ts";
import { formatInstant, now } from "@/lib/dates.ts";

export const metadata: Metadata = { title: "Tokens" };

export default async function TokensPage() {
  const actor = await requireActor();
  const [tokens, known] = await Promise.all([listTokens(actor), hasPassword(actor)]);
  const inZone = (instant: string | null) => instant && formatInstant(instant, actor.time_zone);
  const shown = tokens.map((token) => ({
    ...token,
    created_at: formatInstant(token.created_at, actor.time_zone),
    expires_at: inZone(token.expires_at),
    last_used_at: inZone(token.last_used_at),
    ended: token.expires_at !== null && token.expires_at <= now(),
  }));
  return (
    <>
      <SettingsHeader current="Tokens" />
      <div className="settings-cards">
        <TokensCard tokens={shown} />
        <Card labelledBy="new-token">
          <CardHeader
            id="new-token"
            title="A new token"
            action={
              <PlainLink href="/api/docs" className="link">
                What the API can do
              </PlainLink>
            }
          />
          <CardBody className="token-making">
            <TokenForm isStaff={actor.is_staff} hasPassword={known} />
          </CardBody>
        </Card>
      </div>
    </>
  );
}
