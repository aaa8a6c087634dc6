import "server-only";
import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { z } from "zod";
import { getDb } from "../../../db/client.ts";
import { securityEvent } from "../../../db/schema/accounts.ts";
import type { Actor } from "../auth/actor.ts";

const place = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Where a page of one's activity begins: before an event, or after one; what is no id is not asked. */
export const activityCursor = z.object({
  before: place.optional().catch(undefined),
  after: place.optional().catch(undefined),
});

const fields = {
  id: securityEvent.id,
  happened_at: securityEvent.happened_at,
  kind: securityEvent.kind,
  subject: securityEvent.subject,
  address: securityEvent.address,
  user_agent: securityEvent.user_agent,
};

/**
 * A page of the actor's own log, the newest first, with the places of its neighbours: `older` and `newer`
 * are ids to ask behind, left out where nothing lies there.
 */
export async function activityPage(
  actor: Actor,
  { before, after }: z.infer<typeof activityCursor>,
  size = 50,
) {
  const mine = eq(securityEvent.user_id, actor.user_id);
  const { id } = securityEvent;
  const up = after !== undefined;
  const beyond = up ? gt(id, after) : before === undefined ? undefined : lt(id, before);
  const found = await getDb()
    .select(fields)
    .from(securityEvent)
    .where(and(mine, beyond))
    .orderBy(up ? asc(id) : desc(id))
    .limit(size + 1);
  const more = found.length > size;
  const rows = up ? found.slice(0, size).reverse() : found.slice(0, size);
  const [first, last] = [rows.at(0)?.id, rows.at(-1)?.id];
  return {
    rows,
    newer: (up ? more : before !== undefined) ? first : undefined,
    older: up || more ? last : undefined,
  };
}
