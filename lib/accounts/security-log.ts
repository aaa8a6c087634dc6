import "server-only";
import { lt, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { securityEvent } from "../../db/schema/accounts.ts";
import { dayMs, now, toStored } from "../dates.ts";
import { clientAddress } from "./auth/client-address.ts";
import type { SecurityEventKind } from "./security-events/values.ts";

const minuteMs = 60_000;

/** Where an action came from; empty for the server itself. */
export type Origin = { address?: string; user_agent?: string };

/** Where a request comes from. */
export const originOf = (headers: Pick<Headers, "get">): Origin => ({
  address: clientAddress(headers),
  user_agent: headers.get("user-agent") ?? "",
});

/**
 * Notes in a person's log what happened to the safety of their account. Await it, or give it to `atomically`
 * together with what it tells of. `subject` is a name (a token's, say), never a secret.
 */
export function logSecurityEvent(
  userId: number,
  kind: SecurityEventKind,
  from: Origin,
  subject = "",
) {
  return getDb()
    .insert(securityEvent)
    .values({ user_id: userId, kind, subject: subject.slice(0, 256), ...truncate(from) });
}

// A client chooses what it calls itself.
const truncate = ({ address = "", user_agent = "" }: Origin) => ({
  address: address.slice(0, 64),
  user_agent: user_agent.slice(0, 256),
});

/**
 * Notes a try with a wrong password: one in ten minutes for an address, and not more than twenty in an hour, so
 * that nobody fills another's log.
 */
export async function logFailedAttempt(
  userId: number,
  kind: SecurityEventKind,
  from: Origin,
): Promise<void> {
  const { address, user_agent } = truncate(from);
  const [recent, hour] = [minuteMs * 10, minuteMs * 60].map((age) => toStored(Date.now() - age));
  await getDb().run(sql`
    insert into ${securityEvent} (user_id, happened_at, kind, address, user_agent)
    select ${userId}, ${now()}, ${kind}, ${address}, ${user_agent}
    from (select count(*) filter (where address = ${address} and happened_at > ${recent}) as here,
        count(*) filter (where happened_at > ${hour}) as anywhere
      from (select address, happened_at, kind from ${securityEvent} where user_id = ${userId}
        order by id desc limit 20) where kind = ${kind})
    where here = 0 and anywhere < 20`);
}

/** Removes what is older than a year. */
export async function purgeSecurityEvents(): Promise<void> {
  const oldest = toStored(Date.now() - 365 * dayMs);
  await getDb().delete(securityEvent).where(lt(securityEvent.happened_at, oldest));
}
