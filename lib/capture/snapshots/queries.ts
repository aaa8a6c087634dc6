import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { snapshot } from "../../../db/schema/snapshots.ts";
import { event } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { NotFound } from "../../errors.ts";
import { changesBetween } from "./changes.ts";
import { snapshotFields } from "./fields.ts";
import { maxSnapshots } from "./values.ts";

const { id, captured_at, seen_at, address, source, hash, fields, text } = snapshot;
const brief = { id, captured_at, seen_at, address, source, hash, fields };

const ofPosting = (actor: Actor, posting: number) =>
  and(eq(snapshot.job_posting_id, posting), eq(snapshot.user_id, actor.user_id));

const read = <Row extends { fields: unknown }>(row: Row) => ({
  ...row,
  fields: snapshotFields.parse(row.fields),
});

/** The snapshots of one of the actor's postings without their texts, newest first, each with what changed before it. */
export async function listSnapshots(actor: Actor, posting: number) {
  const found = await getDb()
    .select(brief)
    .from(snapshot)
    .where(ofPosting(actor, posting))
    .orderBy(desc(id))
    .limit(maxSnapshots);
  const rows = found.map(read);
  return rows.map((row, at) => {
    const before = rows[at + 1];
    return { ...row, changes: before ? changesBetween(before, row) : [] };
  });
}

export type SnapshotRow = Awaited<ReturnType<typeof listSnapshots>>[number];

/** One snapshot of one of the actor's postings with its text. Throws `NotFound`. */
export async function getSnapshot(actor: Actor, posting: number, which: number) {
  const [row] = await getDb()
    .select({ ...brief, text })
    .from(snapshot)
    .where(and(ofPosting(actor, posting), eq(id, which)));
  if (!row) throw new NotFound();
  return read(row);
}

/** The newest snapshot of one of the actor's postings, without its text. */
export async function latestSnapshot(actor: Actor, posting: number) {
  const [row] = await getDb()
    .select(brief)
    .from(snapshot)
    .where(ofPosting(actor, posting))
    .orderBy(desc(id))
    .limit(1);
  return row && read(row);
}

/** What the log says of the last check of one of the actor's postings that found something, and when. */
export async function lastChecked(actor: Actor, posting: number) {
  const [row] = await getDb()
    .select({ words: event.to_value, at: event.occurred_at })
    .from(event)
    .where(
      and(
        eq(event.job_posting_id, posting),
        eq(event.user_id, actor.user_id),
        eq(event.kind, "checked"),
      ),
    )
    .orderBy(desc(event.occurred_at), desc(event.id))
    .limit(1);
  return row;
}
