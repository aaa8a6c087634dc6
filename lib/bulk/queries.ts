import "server-only";
import { and, desc, eq, gt } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { bulkChange } from "../../db/schema/bulk.ts";
import { type Actor, asOwned, type Owned } from "../accounts/auth/actor.ts";
import { dayMs, toStored } from "../dates.ts";
import type { BulkAction } from "./schema.ts";
import { keepBulkDays } from "./values.ts";

export type BulkChange = Omit<typeof bulkChange.$inferSelect, "change"> & { change: BulkAction };

export type OwnedBulkChange = Owned<BulkChange>;

/** The moment before which changes are no longer kept. */
export const keptSince = () => toStored(Date.now() - keepBulkDays * dayMs);

/** One change of many. Throws `NotFound`, or `Forbidden` where it is another person's. */
export async function getBulkChange(actor: Actor, id: number): Promise<OwnedBulkChange> {
  const [row] = await getDb().select().from(bulkChange).where(eq(bulkChange.id, id));
  return asOwned(actor, row as BulkChange | undefined);
}

/** The actor's changes of the last 30 days, up to 100, newest first. */
export async function recentBulkChanges(actor: Actor): Promise<BulkChange[]> {
  const rows = await getDb()
    .select()
    .from(bulkChange)
    .where(and(eq(bulkChange.user_id, actor.user_id), gt(bulkChange.created_at, keptSince())))
    .orderBy(desc(bulkChange.id))
    .limit(100);
  return rows as BulkChange[];
}
