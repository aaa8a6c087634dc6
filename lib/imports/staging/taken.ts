import { setImmediate } from "node:timers/promises";
import { type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import type { OwnedBatch } from "../queries.ts";
import type { takenInput } from "../schema.ts";
import { repeatsKind } from "./reasons.ts";
import { forEachChunk } from "./rows.ts";

/** Which rows besides the new ones are taken where the user did not say. */
export type TakenByDefault = {
  /** rows that leave a question open */
  attention: boolean;
  /** rows that repeat an earlier row of the file */
  repeats?: boolean;
  /** rows that are in Foothold already */
  duplicates: boolean;
};

/** The defaults of the review page. */
export const reviewDefaults: TakenByDefault = {
  attention: true,
  repeats: false,
  duplicates: false,
};

const flagOf = (yes: boolean) => (yes ? sql`1` : sql`0`);

/** Condition: the row `r` of a dry run becomes a posting, as the user said or else by default. */
export const isTaken = ({ attention, repeats = false, duplicates }: TakenByDefault): SQL =>
  sql`(r.verdict <> 'skipped' and ifnull(r.taken, case r.verdict when 'new' then 1
    when 'attention' then iif(r.reason_kind = ${repeatsKind}, ${flagOf(repeats)}, ${flagOf(attention)})
    else ${flagOf(duplicates)} end))`;

/** Rows of a dry run: one, those of a kind or a verdict, or all of them. */
export type RowChoice = {
  row?: number;
  kind?: string;
  verdict?: "new" | "attention" | "duplicate";
};

/** Condition: the row `r` is among the chosen. */
const isChosen = ({ row, kind, verdict }: RowChoice): SQL => {
  const conditions = [
    row === undefined ? undefined : sql`r.row_number = ${row}`,
    kind === undefined ? undefined : sql`r.reason_kind = ${kind}`,
    verdict === undefined ? undefined : sql`r.verdict = ${verdict}`,
  ].filter((each) => each !== undefined);
  return conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`1`;
};

/** Condition: the row `r` belongs to the actor's draft, and may be taken. */
const mayBeTaken = (actor: Actor, batch: OwnedBatch) => sql`r.batch_id = ${batch.id}
  and r.verdict <> 'skipped' and exists (select 1 from import_batch
    where id = ${batch.id} and user_id = ${actor.user_id} and state = 'draft')`;

/** Takes the chosen rows of a draft, leaves them out, or (null) leaves them to the default. */
export async function takeRows(
  actor: Actor,
  batch: OwnedBatch,
  chosen: RowChoice,
  taken: boolean | null,
): Promise<void> {
  const take = (range: SQL) =>
    getDb().run(sql`update import_row as r set taken = ${taken === null ? null : Number(taken)}
      where ${mayBeTaken(actor, batch)} and ${range} and ${isChosen(chosen)}`);
  if (chosen.row === undefined) await forEachChunk(batch.id, take);
  else await take(sql`true`);
}

/** Rows that are named one by one and written at once. */
const namedAtOnce = 200;

/** Takes or leaves out the rows that an API client names: by reason first, then by number. */
export async function takeAsSaid(
  actor: Actor,
  batch: OwnedBatch,
  { reasons, rows }: z.infer<typeof takenInput>,
): Promise<void> {
  if (Object.keys(reasons).length > 0)
    await forEachChunk(batch.id, (range) =>
      getDb().run(sql`update import_row as r set taken = said.value
        from json_each(${JSON.stringify(reasons)}) as said
        where ${mayBeTaken(actor, batch)} and ${range} and r.reason_kind = said.key`),
    );
  const named = Object.entries(rows).map(([row, taken]) => [Number(row), taken]);
  for (let at = 0; at < named.length; at += namedAtOnce) {
    const said = sql`json_each(${JSON.stringify(named.slice(at, at + namedAtOnce))})`;
    // By the rows' numbers, not by all rows of the draft.
    await getDb().run(sql`update import_row as r
      set taken = (select value ->> 1 from ${said} where value ->> 0 = r.row_number)
      where ${mayBeTaken(actor, batch)} and r.row_number in (select value ->> 0 from ${said})`);
    await setImmediate();
  }
}
