import type { Metadata } from "next";
import { headers } from "next/headers";
import { LinkedCard } from "@/components/accounts/linked-accounts/linked-card.tsx";
import { PasskeysCard } from "@/components/accounts/passkeys/passkeys-card.tsx";
import { FactorCard } from "@/components/accounts/second-factor/factor-card.tsx";
import { SessionsCard } from "@/components/accounts/sign-in/sessions-card.tsx";
import { SignOutButton } from "@/components/accounts/sign-in/sign-out.tsx";
import { PasswordCard } from "@/components/accounts/users/password-card.tsx";
import { SettingsHeader } from "@/components/accounts/users/settings-header.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { lacksRequiredFactor } from "@/lib/accounts/auth/credentials.ts";
import { currentSessionId, requireActor } from "@/lib/accounts/auth/current.ts";
import { listTokens } from "@/lib/accounts/auth/personal-tokens.ts";
import { hasPassword } from "@/lib/accounts/auth/reauthentication.ts";
import { listSessions } from "@/lib/accounts/auth/sessions.ts";
import { listLinked, listPasskeys } from "@/lib/accounts/auth/sign-in-methods.ts";
import { configuredProviders } from "@/lib/accounts/linked-accounts/providers.ts";
import { refusalMessage } from "@/lib/accounts/linked-accounts/values.ts";
import { relyingParty } from "@/lib/accounts/passkeys/relying-party.ts";
import { keyUri } from "@/lib/accounts/second-factor/codes.ts";
import { type Factor, getFactor } from "@/lib/accounts/second-factor/queries.ts";
import { getProfile } from "@/lib/accounts/users/queries.ts";
import { formatInstant } from "@/lib/dates.ts";
import { env } from "@/lib/env.ts";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage({ searchParams }: PageProps<"/settings/security">) {
  const actor = await requireActor({ withoutFactor: true });
  const { refused } = await searchParams;
  const [here, sessions, { username }, factor, passkeys, links, known, tokens] = await Promise.all([
    currentSessionId(),
    listSessions(actor),
    getProfile(actor),
    getFactor(actor),
    listPasskeys(actor),
    listLinked(actor),
    hasPassword(actor),
    listTokens(actor),
  ]);
  const inZone = (instant: string) => formatInstant(instant, actor.time_zone);
  const shown = sessions
    .map((session) => ({
      ...session,
      created_at: inZone(session.created_at),
      last_seen_at: inZone(session.last_seen_at),
      here: session.id === here,
    }))
    .sort((a, b) => Number(b.here) - Number(a.here));
  const providers = configuredProviders();
  // Nothing but the second factor can be changed by who lacks a required one.
  const lacking = await lacksRequiredFactor(actor.user_id);
  const signsIn = env().PASSWORD_SIGN_IN;
  return (
    <>
      <SettingsHeader current="Security" />
      {lacking && (
        <div className="settings-notice">
          <Notice title="Set up your second factor" action={<SignOutButton />}>
            This Foothold asks for one before you go on. It takes an app on your phone, and a
            minute.
          </Notice>
        </div>
      )}
      <div className="settings-cards">
        {!lacking && (signsIn || known) && (
          <PasswordCard username={username} hasPassword={known} signsIn={signsIn} />
        )}
        <FactorCard factor={shownFactor(factor, username, inZone)} hasPassword={known} />
        {!lacking && (
          <>
            <PasskeysCard
              passkeys={passkeys.map((passkey) => ({
                ...passkey,
                created_at: inZone(passkey.created_at),
                last_used_at: passkey.last_used_at && inZone(passkey.last_used_at),
              }))}
              possible={relyingParty(await headers()) !== null}
              hasPassword={known}
            />
            {(providers.length > 0 || links.length > 0) && (
              <LinkedCard
                providers={providers}
                links={links.map((link) => ({ ...link, created_at: inZone(link.created_at) }))}
                hasPassword={known}
                refusal={refusalMessage(refused)}
              />
            )}
            <SessionsCard sessions={shown} tokens={tokens.length} />
          </>
        )}
      </div>
    </>
  );
}

function shownFactor(factor: Factor, username: string, inZone: (instant: string) => string) {
  if (factor.state === "started") return { ...factor, uri: keyUri(factor.secret, username) };
  if (factor.state === "off") return factor;
  return { ...factor, confirmed_at: inZone(factor.confirmed_at) };
}
