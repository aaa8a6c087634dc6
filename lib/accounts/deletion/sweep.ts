import "server-only";
import { and, eq, like, type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { shared } from "../../../db/process-state.ts";
import { securityEvent, user } from "../../../db/schema/accounts.ts";
import { bulkChangeRow } from "../../../db/schema/bulk.ts";
import { company, companyAlias, companySpelling } from "../../../db/schema/companies.ts";
import { importFile, importRow } from "../../../db/schema/imports.ts";
import {
  connection,
  contact,
  contactLink,
  followUp,
  interview,
  suggestionAnswer,
} from "../../../db/schema/people.ts";
import { reminderMessage } from "../../../db/schema/reminders.ts";
import { snapshot } from "../../../db/schema/snapshots.ts";
import { tag, tagLink } from "../../../db/schema/tags.ts";
import { emailOpportunity, event, jobPosting, jobSite } from "../../../db/schema/tracker.ts";
import { rowidsPerKind } from "../../search/documents.ts";
import { settleFacts } from "../../statuses/facts.ts";
import { repeat, repeatByRows, untilStopped } from "./steps.ts";

// Nobody can register a name with brackets, so this marks what is being deleted.
const mark = "(deleted) ";

/** The name of an account that is being deleted. */
export const markedName = (userId: number) => mark + userId;

const running = shared("deletions", () => new Map<number, Promise<void>>());

/**
 * Removes the rows of a closed account in small steps, the search's words with them; `onGone` hears how many went. Once
 * at a time for each account in this process; the next start goes on where the process ends.
 */
export function sweep(userId: number, onGone: (rows: number) => void = () => {}): Promise<void> {
  const begun =
    running.get(userId) ??
    untilStopped(deleteRows(userId, onGone)).finally(() => running.delete(userId));
  running.set(userId, begun);
  return begun;
}

/** Resumes interrupted deletions. */
export async function resumeDeletions(): Promise<void> {
  const left = await getDb()
    .select({ id: user.id })
    .from(user)
    .where(and(like(user.username, `${mark}%`), eq(user.is_active, false)));
  for (const { id } of left) await sweep(id);
}

async function deleteRows(userId: number, onGone: (rows: number) => void): Promise<void> {
  const batches = sql`batch_id in (select id from import_batch where user_id = ${userId})`;
  const bulk = sql`bulk_change_id in (select id from bulk_change where user_id = ${userId})`;
  const mine = sql`user_id = ${userId}`;
  // A file's parts are large.
  await deleteInSteps(sql`${importFile}`, batches, { first: 1, least: 1, most: 1 });
  await deleteInSteps(sql`${importRow}`, batches);
  await deleteInSteps(sql`${bulkChangeRow}`, bulk);
  // What belongs to other rows goes before these, so that no row takes thousands along.
  await deleteInSteps(sql`${contactLink}`, mine);
  await deleteInSteps(sql`${tagLink}`, mine);
  await deleteInSteps(sql`${snapshot}`, mine);
  for (const table of [
    followUp,
    contact,
    interview,
    emailOpportunity,
    jobPosting,
    event,
    jobSite,
  ]) {
    // A posting takes its events and what triggers keep of it along.
    await deleteInSteps(sql`${table}`, mine, undefined, onGone);
  }
  for (const table of [
    tag,
    suggestionAnswer,
    reminderMessage,
    connection,
    securityEvent,
    company,
    companyAlias,
    companySpelling,
  ]) {
    await deleteInSteps(sql`${table}`, mine);
  }
  await settleFacts(userId);
  await purgeDuplicates(userId);
  await purgeSearchIndex(userId);
  // Last, since it marks what is to be resumed.
  await getDb().delete(user).where(eq(user.id, userId));
  await truncateWal();
}

async function deleteInSteps(
  table: SQL,
  where: SQL,
  sizes?: Parameters<typeof repeatByRows>[1],
  onGone: (rows: number) => void = () => {},
): Promise<void> {
  await repeatByRows(async (rows) => {
    const gone = await getDb().all(
      sql`delete from ${table} where id in (select id from ${table} where ${where} limit ${rows}) returning 1`,
    );
    onGone(gone.length);
    return gone.length;
  }, sizes);
}

/** Takes what told duplicates apart; none of it goes by itself, since no row refers to another there. */
async function purgeDuplicates(userId: number): Promise<void> {
  const mine = sql`user_id = ${userId}`;
  for (const [table, key] of [
    [sql`duplicate_key`, sql`"key", row_id, kind`],
    [sql`duplicate_text`, sql`kind, row_id`],
  ] as const) {
    await repeatByRows(async (rows) => {
      const gone = await getDb().all(sql`delete from ${table} where ${mine} and (${key}) in
        (select ${key} from ${table} where ${mine} limit ${rows * 4}) returning 1`);
      return Math.ceil(gone.length / 4);
    });
  }
}

/** A merge skips the rows that are gone in one go, whatever its limit of pages. */
const rowsPerMerge = 6_000;

/** Takes what is gone out of the search's index, whose words stay in its segments until they are merged. */
async function purgeSearchIndex(userId: number): Promise<void> {
  // Else a deletion merges whole segments now and then, for a second or more.
  await getDb().run(configured("automerge", 0));
  try {
    for (let gone = rowsPerMerge; gone === rowsPerMerge; ) {
      gone = 0;
      await repeatByRows(async (rows) => {
        const taken = await purgePending(userId, Math.min(rows, rowsPerMerge - gone));
        gone += taken;
        return taken;
      });
      // A negative number begins to merge all of them; the steps end when one has next to nothing to do.
      await merge(-mergePages);
      await repeat(async () => (await merge(mergePages)) > 1);
    }
  } finally {
    await getDb().run(configured("automerge", defaultAutomerge));
  }
}

/** Takes so many of the person's rows that are gone out of the index; gives how many there were. */
async function purgePending(userId: number, rows: number): Promise<number> {
  const first = sql`from search_pending where user_id = ${userId} order by kind, row_id limit ${rows}`;
  const [, , counted] = await atomically([
    sql`delete from search_index where rowid in (select kind * ${rowidsPerKind} + row_id ${first})`,
    sql`delete from search_pending where (user_id, kind, row_id) in (select user_id, kind, row_id ${first})`,
    getDb().select({ gone: sql<number>`changes()` }).from(sql`(select 1)`),
  ]);
  return (counted as { gone: number }[])[0]?.gone ?? 0;
}

/** So many pages are merged within some milliseconds. */
const mergePages = 20;
const defaultAutomerge = 4;

const configured = (option: string, value: number) =>
  sql`insert into search_index (search_index, rank) values (${option}, cast(${value} as integer))`;

async function merge(maxPages: number): Promise<number> {
  // Counted within one transaction: each query to a server may be another connection's.
  const count = () => getDb().select({ n: sql<number>`total_changes()` }).from(sql`(select 1)`);
  const [before, , after] = await atomically([count(), configured("merge", maxPages), count()]);
  const [[from], [to]] = [before, after] as [{ n: number }[], { n: number }[]];
  return (to?.n ?? 0) - (from?.n ?? 0);
}

// What the write-ahead log still holds would be there to read until it is written over.
async function truncateWal(): Promise<void> {
  try {
    await getDb().all(sql`pragma wal_checkpoint(truncate)`);
  } catch {
    // A database on another server keeps its log by itself.
  }
}
