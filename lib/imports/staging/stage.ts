import { and, eq, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import { importBatch } from "../../../db/schema/imports.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { dayMs, toStored } from "../../dates.ts";
import { Invalid } from "../../errors.ts";
import { statusesOf } from "../../statuses/queries.ts";
import { Analysis } from "../columns/analysis.ts";
import { chooseTable, findTables, likelySheets, type Table } from "../columns/table.ts";
import type { Encoding } from "../encoding/encodings.ts";
import { arrange } from "../layouts/arrange.ts";
import { guessChoices } from "../plan/choices.ts";
import { tableRows } from "../plan/file.ts";
import { ownStatusesIn } from "../plan/own-statuses.ts";
import type { OwnedBatch } from "../queries.ts";
import { openSpreadsheet } from "../spreadsheet/open.ts";
import { invalidFile, type Spreadsheet } from "../spreadsheet/spreadsheet.ts";
import { inLimitedTurn } from "../turns.ts";
import { deleteDraft } from "./delete-draft.ts";
import { keepFile, restoreFile } from "./kept-file.ts";
import { planBatch } from "./plan.ts";
import { deleteRows, inChunks, insertRows } from "./rows.ts";

export type StageOptions = {
  /** the sheet to read, if the person chose one */
  sheet?: string;
  /** progress callback; may throw to cancel */
  onProgress?: (step: "read" | "plan", rows: number, of?: number) => void;
  /** whether to return the names of similar sheets instead of choosing one */
  canAsk?: boolean;
  /** ends the import, as where its client has gone */
  signal?: AbortSignal;
};

/** The draft's id, or the names of the sheets to choose from. */
export type StageResult = { id: number } | { sheets: string[] };

/**
 * Reads a file into a draft of the actor's and plans its rows; on any error the draft is deleted.
 * Throws `Invalid` if the file cannot be imported.
 */
export const stageFile = (...called: Parameters<typeof stage>): Promise<StageResult> =>
  inLimitedTurn(called[0], () => stage(...called), called[3]?.signal);

async function stage(
  actor: Actor,
  path: string,
  file_name: string,
  { sheet, onProgress, canAsk }: StageOptions = {},
): Promise<StageResult> {
  await requireRoom(actor);
  const book = await arrange(await openSpreadsheet(path));
  let id = 0;
  try {
    const tables = await findTables(book);
    const sheets = canAsk && sheet === undefined ? likelySheets(tables) : [];
    if (sheets.length > 0) return { sheets };
    id = await openDraft(actor, file_name);
    if (book.encodingGuessed) await keepFile(id, path);
    await fillDraft(actor, { id, file_name }, book, chooseTable(tables, sheet), onProgress);
    return { id };
  } catch (error) {
    if (id) await deleteDraft(sql`id = ${id}`);
    throw error;
  } finally {
    book.close();
  }
}

/**
 * Reads a draft's file again, in another text encoding; choices of columns and words are guessed anew. `path` is
 * where its kept bytes may be written meanwhile. Throws `Invalid` if they were not kept, or are no such text.
 */
export async function restageFile(
  actor: Actor,
  { id, file_name, detected }: OwnedBatch,
  path: string,
  encoding: Encoding,
): Promise<void> {
  if (!(await restoreFile(id, path))) {
    throw new Invalid({ encoding: ["The encoding of this file is known, so it stays."] });
  }
  const book = await arrange(await openSpreadsheet(path, encoding));
  try {
    const tables = await findTables(book);
    const same = tables.find(({ name }) => name === detected.sheet);
    const table = same ?? chooseTable(tables);
    await deleteRows(id);
    await fillDraft(actor, { id, file_name }, book, table, undefined);
  } finally {
    book.close();
  }
}

async function openDraft(actor: Actor, file_name: string): Promise<number> {
  const [batch] = await getDb()
    .insert(importBatch)
    .values({ user_id: actor.user_id, file_name })
    .returning({ id: importBatch.id });
  return batch?.id ?? 0;
}

async function fillDraft(
  actor: Actor,
  draft: { id: number; file_name: string },
  book: Spreadsheet,
  table: Table,
  onProgress: StageOptions["onProgress"],
): Promise<void> {
  const analysis = new Analysis(table.headings);
  for await (const chunk of inChunks(analysis.counting(tableRows(book, table)))) {
    await insertRows(draft.id, chunk);
    onProgress?.("read", analysis.rows);
  }
  if (analysis.rows === 0) {
    throw invalidFile(
      "This file has headings, but no rows below them. There is nothing to import.",
    );
  }
  const notes = [...(book.notes?.(table.sheet) ?? [])];
  const source = { ...book, sheet: table.name, header_row: table.row, notes };
  const guess = guessChoices(analysis);
  const statuses = ownStatusesIn(analysis, guess, (await statusesOf(actor)).entries);
  await planBatch(actor, draft, source, analysis, { ...guess, statuses }, (done) =>
    onProgress?.("plan", done, analysis.rows),
  );
}

/** How many days a draft is kept. */
export const draftDays = 7;

/** How many drafts a person may have: each holds all rows of its file. */
export const maxDrafts = 20;

async function requireRoom({ user_id }: Actor): Promise<void> {
  const isDraft = and(eq(importBatch.user_id, user_id), eq(importBatch.state, "draft"));
  if ((await getDb().$count(importBatch, isDraft)) < maxDrafts) return;
  throw invalidFile(
    `${maxDrafts} files wait to be imported, and there is room for no more. Import or discard one of them first.`,
  );
}

/** Deletes drafts older than `draftDays`; for the daily cleanup. */
export async function purgeDrafts(): Promise<void> {
  const before = toStored(Date.now() - draftDays * dayMs);
  const old = await getDb().all<{ id: number }>(sql`
    select id from import_batch where state = 'draft' and created_at < ${before}`);
  for (const { id } of old) await deleteDraft(sql`id = ${id}`);
}
