import type { Metadata } from "next";
import { PasswordCard } from "@/components/people/password-card.tsx";
import { SessionsCard } from "@/components/people/sessions-card.tsx";
import { SettingsHeader } from "@/components/people/settings-header.tsx";
import { currentSessionId, requireActor } from "@/lib/auth/current.ts";
import { listSessions } from "@/lib/auth/sessions.ts";
import { formatInstant } from "@/lib/dates.ts";
import { getProfile } from "@/lib/users/queries.ts";

export const metadata: Metadata = { title: "Security" };

export default async function SecurityPage() {
  const actor = await requireActor();
  const [here, sessions, { username }] = await Promise.all([
    currentSessionId(),
    listSessions(actor),
    getProfile(actor),
  ]);
  const shown = sessions.map((session) => ({
    ...session,
    created_at: formatInstant(session.created_at, actor.time_zone),
    last_seen_at: formatInstant(session.last_seen_at, actor.time_zone),
    here: session.id === here,
  }));
  return (
    <>
      <SettingsHeader current="Security" />
      <div className="settings-cards">
        <PasswordCard username={username} />
        <SessionsCard sessions={shown} />
      </div>
    </>
  );
}
