import { setImmediate } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { importBatch } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { toStored } from "../../dates.ts";
import type { Book, Row } from "../book/book.ts";
import { openBook } from "../book/open.ts";
import { unreadable } from "../book/unreadable.ts";
import { Analysis } from "../columns/analyse.ts";
import { chooseTable, findTables, likelySheets } from "../columns/table.ts";
import { guessChoices } from "../plan/choices.ts";
import { tableRows } from "../plan/file.ts";
import { detectedIn } from "./detect.ts";
import { planBatch } from "./plan.ts";
import { chunkSize, insertRows } from "./rows.ts";

export type StageOptions = {
  /** the sheet to read, where the person chose one */
  sheet?: string;
  /** told what is being done and how far it is; throws to stop it */
  onProgress?: (step: "read" | "plan", rows: number, of?: number) => void;
  /** whether a person can be asked which sheet they mean, where several look alike */
  canAsk?: boolean;
};

/** A draft, or the names of the sheets that a person must choose from. */
export type Staged = { id: number } | { sheets: string[] };

/**
 * Reads a file into a draft of the actor's and plans its rows. Whatever goes wrong takes the draft with it. Throws `Invalid` where the file cannot be imported.
 */
export async function stageFile(
  actor: Actor,
  path: string,
  file_name: string,
  { sheet, onProgress, canAsk }: StageOptions = {},
): Promise<Staged> {
  const book = await openBook(path);
  let id = 0;
  try {
    const sheets = canAsk && sheet === undefined ? likelySheets(await findTables(book)) : [];
    if (sheets.length > 0) return { sheets };
    id = await openDraft(actor, file_name);
    await fillDraft(actor, { id, file_name }, book, sheet, onProgress);
    return { id };
  } catch (error) {
    if (id) await getDb().delete(importBatch).where(eq(importBatch.id, id));
    throw error;
  } finally {
    book.close();
  }
}

async function openDraft(actor: Actor, file_name: string): Promise<number> {
  await purgeDrafts(actor);
  const [batch] = await getDb()
    .insert(importBatch)
    .values({ user_id: actor.user_id, file_name })
    .returning({ id: importBatch.id });
  return batch?.id ?? 0;
}

async function fillDraft(
  actor: Actor,
  { id, file_name }: { id: number; file_name: string },
  book: Book,
  sheet: string | undefined,
  onProgress: StageOptions["onProgress"],
): Promise<void> {
  const table = await chooseTable(book, sheet);
  const analysis = new Analysis(table.headings);
  let chunk: Row[] = [];
  const flush = async () => {
    await insertRows(id, chunk);
    chunk = [];
    onProgress?.("read", analysis.rows);
    await setImmediate();
  };
  for await (const row of tableRows(book, table)) {
    analysis.add(row);
    chunk.push(row);
    if (chunk.length >= chunkSize) await flush();
  }
  await flush();
  if (analysis.rows === 0) {
    throw unreadable("This file has headings, but no rows below them. There is nothing to import.");
  }
  const choices = guessChoices(analysis);
  const detected = detectedIn({ ...book, ...table }, analysis, choices);
  await getDb().update(importBatch).set({ detected, choices }).where(eq(importBatch.id, id));
  const { headings, rows } = analysis;
  await planBatch(actor, { id, file_name, headings, choices }, (done) =>
    onProgress?.("plan", done, rows),
  );
}

const day = 86_400_000;

/** Throws away drafts older than a day, and of the actor's all but the last two. */
export async function purgeDrafts(actor?: Actor): Promise<void> {
  const old = sql`state = 'draft' and created_at < ${toStored(Date.now() - day)}`;
  await getDb().run(sql`delete from import_batch where ${old}`);
  if (!actor) return;
  await getDb().run(sql`delete from import_batch where state = 'draft' and user_id = ${actor.user_id}
    and id not in (select id from import_batch where state = 'draft' and user_id = ${actor.user_id}
      order by id desc limit 2)`);
}
