import "server-only";
import { randomBytes } from "node:crypto";
import { and, desc, eq, gt, lt, ne, sql } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { preparedQuery } from "../../../db/prepared-query.ts";
import { session, user } from "../../../db/schema/accounts.ts";
import { dayMs, now, toStored } from "../../dates.ts";
import { env } from "../../env.ts";
import { logSecurityEvent, type Origin } from "../security-log.ts";
import { describeUserAgent } from "../user-agent.ts";
import { type Actor, mintActor } from "./actor.ts";
import { deleteCalendarAddresses } from "./calendar-addresses.ts";
import { sessionIdOf } from "./cookie.ts";
import { revokeTokens } from "./personal-tokens.ts";
import { deletePushSubscriptions } from "./push-subscriptions.ts";
import { nextSecond } from "./tokens.ts";

/** A sign-in ends this long after it was last used. */
const idleLimitMs = 30 * dayMs;
const touchIntervalMs = dayMs / 96;

/** Opens a browser session and returns its key, which is as good as a password: never log or store it. */
export async function openSession(userId: number, from: Origin, by = ""): Promise<string> {
  const key = randomBytes(32).toString("base64url");
  const opened = getDb()
    .insert(session)
    .values({
      id: sessionIdOf(key),
      user_id: userId,
      user_agent: (from.user_agent ?? "").slice(0, 256),
      expires_at: toStored(Date.now() + idleLimitMs),
    });
  await atomically([opened, logSecurityEvent(userId, "signed_in", from, by)]);
  return key;
}

const findOpenSession = preparedQuery((db) =>
  db
    .select({
      id: user.id,
      is_staff: user.is_staff,
      is_active: user.is_active,
      time_zone: user.time_zone,
      last_seen_at: session.last_seen_at,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.user_id))
    .where(
      and(eq(session.id, sql.placeholder("id")), gt(session.expires_at, sql.placeholder("now"))),
    )
    .prepare(),
);

/** The actor of a session that is still open and whose person is active, else null. Keeps it open by use. */
export async function actorOfSession(id: string): Promise<Actor | null> {
  const row = await findOpenSession().get({ id, now: now() });
  if (!row?.is_active) return null;
  if (row.last_seen_at < toStored(Date.now() - touchIntervalMs)) await touch(id);
  return mintActor(row, "browser", env().TIME_ZONE);
}

async function touch(id: string): Promise<void> {
  const expires_at = toStored(Date.now() + idleLimitMs);
  // A full disk or a locked file must not prevent reading.
  await getDb()
    .update(session)
    .set({ last_seen_at: now(), expires_at })
    .where(eq(session.id, id))
    .catch(() => {});
}

/** Ends a session by its key, without an actor: for the sign-out. */
export async function closeSession(id: string, from: Origin): Promise<void> {
  const [ended] = await getDb()
    .delete(session)
    .where(eq(session.id, id))
    .returning({ user_id: session.user_id });
  if (ended) await logSecurityEvent(ended.user_id, "signed_out", from);
}

/** The actor's open sessions, the last used first; at most the newest fifty. */
export async function listSessions(actor: Actor) {
  return getDb()
    .select({
      id: session.id,
      created_at: session.created_at,
      last_seen_at: session.last_seen_at,
      user_agent: session.user_agent,
    })
    .from(session)
    .where(and(eq(session.user_id, actor.user_id), gt(session.expires_at, now())))
    .orderBy(desc(session.last_seen_at))
    .limit(50);
}

/** Ends one of the actor's sessions; another's or an unknown one is left alone. */
export async function closeOwnSession(actor: Actor, id: string, from: Origin): Promise<void> {
  const [ended] = await getDb()
    .delete(session)
    .where(and(eq(session.id, id), eq(session.user_id, actor.user_id)))
    .returning({ user_agent: session.user_agent });
  if (!ended) return;
  await logSecurityEvent(
    actor.user_id,
    "session_ended",
    from,
    describeUserAgent(ended.user_agent).words,
  );
}

/** Ends the actor's sessions except the one with the id `keep`; `tokens`: personal tokens, calendar addresses and the API's sign-ins too. */
export async function closeOtherSessions(
  actor: Actor,
  keep: string,
  from: Origin,
  { tokens = false } = {},
): Promise<void> {
  const ended = { tokens_not_before: nextSecond(), kept_token: null };
  await atomically([
    ...(tokens
      ? [
          revokeTokens(actor.user_id),
          deleteCalendarAddresses(actor.user_id),
          deletePushSubscriptions(actor.user_id, keep),
          getDb().update(user).set(ended).where(eq(user.id, actor.user_id)),
        ]
      : []),
    getDb()
      .delete(session)
      .where(and(eq(session.user_id, actor.user_id), ne(session.id, keep))),
    logSecurityEvent(actor.user_id, "other_sessions_ended", from, tokens ? "tokens too" : ""),
  ]);
}

/** Deletes expired sessions. */
export async function purgeSessions(): Promise<void> {
  await getDb().delete(session).where(lt(session.expires_at, now()));
}
