import "server-only";
import { sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { type KindName, kinds } from "../kinds.ts";
import { ownTurn } from "../runtime/event-loop.ts";
import { FittingRows } from "../runtime/fitting-rows.ts";
import { type Document, documentOf, readTexts, rowidsPerKind } from "./documents.ts";
import { duplicateStatements } from "./duplicate-keys.ts";

type Pending = { user_id: number; kind: number; row_id: number; mark: number };

/** Rows that are read and written at once: as many as a few milliseconds take, whatever the length of their texts. */
const rowsPerBatch = { first: 20, least: 2, most: 200 };

/** Brings the index up to date with the actor's own changes, so that a search finds what was just written. */
export async function indexOwnChanges(actor: Actor): Promise<void> {
  await indexAll(actor.user_id);
}

/** Indexes all changed rows, of one person or of everybody, with a pause behind each batch. */
export async function indexAll(userId?: number, pause: () => Promise<unknown> = ownTurn) {
  const size = new FittingRows(rowsPerBatch);
  for (;;) {
    const asked = size.rows;
    if ((await size.measure((rows) => indexPending(rows, userId))) < asked) return;
    await pause();
  }
}

/** Indexes one batch of changed rows, of one person or of everybody, by words and by likeness. Gives how many. */
export async function indexPending(rows = rowsPerBatch.most, userId?: number): Promise<number> {
  const whose = userId === undefined ? sql`` : sql`where user_id = ${userId}`;
  const pending = await getDb().all<Pending>(
    sql`select * from search_pending ${whose} order by user_id, kind, row_id limit ${rows}`,
  );
  if (pending.length === 0) return 0;
  const found = await Promise.all(
    kinds.map(({ name, search }) =>
      documentsOf(
        name,
        pending.filter((row) => row.kind === search.number),
      ),
    ),
  );
  const written = found.flat();
  const duplicates = await duplicateStatements(pending);
  const json = JSON.stringify(written);
  // Optimistic locking: a row that changed after it was read has a new mark, and stays pending.
  const still = sql`from json_each(${json}) j join search_pending s on s.user_id = j.value ->> 'u'
    and s.kind = j.value ->> 'k' and s.row_id = j.value ->> 'i' and s.mark = j.value ->> 'm'`;
  const number = sql`(j.value ->> 'k') * ${rowidsPerKind} + (j.value ->> 'i')`;
  await atomically([
    sql`delete from search_index where rowid in (select ${number} ${still})`,
    sql`insert into search_index (rowid, name, text, parts)
      select ${number}, j.value ->> 'name', j.value ->> 'text', j.value ->> 'parts' ${still}
      where j.value ->> 'name' is not null order by 1`,
    ...duplicates,
    sql`delete from search_pending where (user_id, kind, row_id, mark) in
      (select s.user_id, s.kind, s.row_id, s.mark ${still})`,
  ]);
  return pending.length;
}

type Written = { u: number; k: number; i: number; m: number } & Partial<Document>;

/** The index documents of pending rows; none for rows that are gone or in the trash. */
async function documentsOf(kind: KindName, pending: Pending[]): Promise<Written[]> {
  const texts = await readTexts(
    kind,
    pending.map(({ row_id }) => row_id),
  );
  return pending.map(({ user_id, kind: k, row_id, mark }) => {
    const said = texts.get(row_id);
    return { u: user_id, k, i: row_id, m: mark, ...(said && documentOf(user_id, said)) };
  });
}
