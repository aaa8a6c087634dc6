import "server-only";
import { and, asc, count, desc, eq, gt, inArray, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { importBatch, importRow } from "../../db/schema/imports.ts";
import { jobPosting } from "../../db/schema/tracker.ts";
import { type Actor, asOwned, type Owned } from "../accounts/auth/actor.ts";
import { NotFound } from "../errors.ts";
import type { Choices } from "./plan/choices.ts";
import type { Draft, Verdict } from "./plan/draft.ts";
import type { Detected } from "./schema.ts";
import { streamByKey } from "./staging/rows.ts";

type BatchRow = Omit<typeof importBatch.$inferSelect, "detected" | "choices"> & {
  detected: Detected;
  choices: Choices;
};

export type OwnedBatch = Owned<BatchRow>;

/**
 * The whole batch. Throws `NotFound`, also if its file was not read completely, or `Forbidden` if it is
 * another person's.
 */
export async function getBatch(actor: Actor, id: number): Promise<OwnedBatch> {
  const [row] = await getDb().select().from(importBatch).where(eq(importBatch.id, id));
  const batch = asOwned(actor, row as BatchRow | undefined);
  if (!batch.detected) throw new NotFound();
  return batch;
}

/** The actor's last 100 imports, newest first, without drafts whose file was not read completely. */
export async function listBatches(actor: Actor) {
  return getDb()
    .select({
      id: importBatch.id,
      file_name: importBatch.file_name,
      state: importBatch.state,
      created_at: importBatch.created_at,
      finished_at: importBatch.finished_at,
      undone_at: importBatch.undone_at,
      posting_count: importBatch.posting_count,
      rows: sql<number>`${importBatch.detected} ->> '$.rows'`,
    })
    .from(importBatch)
    .where(and(eq(importBatch.user_id, actor.user_id), sql`${importBatch.detected} is not null`))
    .orderBy(desc(importBatch.id))
    .limit(100);
}

export type BatchBrief = Awaited<ReturnType<typeof listBatches>>[number];

/** The number of a draft's rows by verdict. */
export async function countRows(batch: OwnedBatch): Promise<Record<Verdict, number>> {
  const rows = await getDb()
    .select({ verdict: importRow.verdict, rows: count() })
    .from(importRow)
    .where(eq(importRow.batch_id, batch.id))
    .groupBy(importRow.verdict);
  const counts = { new: 0, attention: 0, duplicate: 0, skipped: 0 };
  for (const { verdict, rows: number } of rows) if (verdict) counts[verdict] = number;
  return counts;
}

/** Streams the rows of a draft that a commit would write, in sheet order. */
export async function* streamDraft(batch: OwnedBatch): AsyncGenerator<Draft> {
  const rows = streamByKey(
    (last, limit) =>
      getDb()
        .select({ row_number: importRow.row_number, posting: importRow.posting })
        .from(importRow)
        .where(
          and(
            eq(importRow.batch_id, batch.id),
            inArray(importRow.verdict, ["new", "attention"]),
            gt(importRow.row_number, last),
          ),
        )
        .orderBy(asc(importRow.row_number))
        .limit(limit),
    ({ row_number }) => row_number,
  );
  for await (const { posting } of rows) yield posting as Draft;
}

/** Streams the postings that a batch wrote, by id. */
export function streamWritten(actor: Actor, batch: OwnedBatch) {
  return streamByKey(
    (last, limit) =>
      getDb()
        .select()
        .from(jobPosting)
        .where(
          and(
            eq(jobPosting.import_batch_id, batch.id),
            eq(jobPosting.user_id, actor.user_id),
            gt(jobPosting.id, last),
          ),
        )
        .orderBy(asc(jobPosting.id))
        .limit(limit),
    ({ id }) => id,
  );
}

/** The actor's undone imports whose postings are in the trash, and how many of each are; or only the one with that id. */
export async function importsInTrash(actor: Actor, id?: number) {
  return getDb()
    .select({
      id: importBatch.id,
      file_name: importBatch.file_name,
      undone_at: sql<string>`${importBatch.undone_at}`,
      postings: count(),
    })
    .from(importBatch)
    .innerJoin(
      jobPosting,
      and(
        eq(jobPosting.import_batch_id, importBatch.id),
        eq(jobPosting.deleted_at, importBatch.undone_at),
      ),
    )
    .where(
      and(
        eq(importBatch.user_id, actor.user_id),
        eq(importBatch.state, "undone"),
        id === undefined ? undefined : eq(importBatch.id, id),
      ),
    )
    .groupBy(importBatch.id)
    .orderBy(desc(importBatch.undone_at))
    .limit(20);
}

export type ImportInTrash = Awaited<ReturnType<typeof importsInTrash>>[number];

/** The numbers of the rows that need a person's attention. */
export async function attentionRows(batch: OwnedBatch): Promise<number[]> {
  const rows = await getDb()
    .select({ row_number: importRow.row_number })
    .from(importRow)
    .where(and(eq(importRow.batch_id, batch.id), eq(importRow.verdict, "attention")))
    .orderBy(asc(importRow.row_number));
  return rows.map(({ row_number }) => row_number);
}
