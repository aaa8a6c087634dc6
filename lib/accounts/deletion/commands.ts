import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, like, type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../../db/client.ts";
import { personalToken, session, user } from "../../../db/schema/accounts.ts";
import { importFile, importRow } from "../../../db/schema/imports.ts";
import { emailOpportunity, event, jobPosting, jobSite } from "../../../db/schema/tracker.ts";
import { AppError, Invalid } from "../../errors.ts";
import { sendEmailLater } from "../../mail/commands.ts";
import { indexPending } from "../../search/commands.ts";
import { normalizeUsername } from "../../unicode.ts";
import { findAccount } from "../auth/accounts.ts";
import type { Actor } from "../auth/actor.ts";
import { accountDeletedEmail } from "../emails.ts";
import type { Origin } from "../security-log.ts";
import { describeUserAgent } from "../user-agent.ts";

/** So many rows go in one transaction: few enough that others wait some hundredths of a second at most. */
const chunkSize = 250;

const lastAdminMessage =
  "You are the only admin here, and others have accounts. Whoever runs this Foothold can make somebody else an admin: npm run admin -- NAME.";

/**
 * Deletes the actor's account with everything in it, after a new authentication and with the name typed. Sign-in
 * ends at once, however long deleting the rows takes. Throws `Invalid` for another name and `AppError` for the
 * last admin of several people.
 */
export async function deleteAccount(actor: Actor, typed: string, from: Origin): Promise<void> {
  const person = await findAccount(actor.user_id);
  if (!person || normalizeUsername(typed).trim() !== person.username) {
    throw new Invalid({ username: ["This is not your user name."] });
  }
  await close(actor.user_id);
  await sweep(actor.user_id);
  const { words } = describeUserAgent(from.user_agent ?? "");
  sendEmailLater(person.email, () => accountDeletedEmail(person.username, words));
}

// Nobody can register a name with brackets, so this marks what is being deleted.
const marked = (userId: number) => `(deleted) ${userId}`;

/** Removes all credentials, and the name and address, which others may use from now on. */
async function close(userId: number): Promise<void> {
  const mayGo = sql`(not ${user.is_staff}
    or exists (select 1 from ${user} as other where other.id <> ${userId} and other.is_active and other.is_staff)
    or not exists (select 1 from ${user} as other where other.id <> ${userId} and other.is_active))`;
  const closed = await getDb()
    .update(user)
    .set({
      username: marked(userId),
      email: "",
      email_key: null,
      first_name: "",
      last_name: "",
      password: "!",
      is_active: false,
    })
    .where(and(eq(user.id, userId), mayGo))
    .returning({ id: user.id });
  if (closed.length === 0) throw new AppError(lastAdminMessage);
  await atomically([
    getDb().delete(session).where(eq(session.user_id, userId)),
    getDb().delete(personalToken).where(eq(personalToken.user_id, userId)),
  ]);
}

/** Removes the rows of a closed account, the many ones in chunks; the last statement takes all that hangs on it. */
async function sweep(userId: number): Promise<void> {
  const batches = sql`select id from import_batch where user_id = ${userId}`;
  for (const table of [importRow, importFile]) {
    await deleteInChunks(sql`${table}`, sql`batch_id in (${batches})`);
  }
  // A posting takes its events and what triggers keep of it along.
  for (const table of [emailOpportunity, jobPosting, event, jobSite]) {
    await deleteInChunks(sql`${table}`, sql`user_id = ${userId}`);
  }
  await getDb().delete(user).where(eq(user.id, userId));
  await purgeSearchIndex(userId);
  await truncateWal();
}

/** Takes what is gone out of the search's index, whose words stay in its segments until they are merged. */
async function purgeSearchIndex(userId: number): Promise<void> {
  while ((await indexPending(userId)) > 0) await sleep(5);
  // A negative number begins to merge all of them; the steps end when one has next to nothing to do.
  await merge(-mergePages);
  while ((await merge(mergePages)) > 1) await sleep(5);
}

const mergePages = 200;

async function merge(maxPages: number): Promise<number> {
  // Counted within one transaction: each query to a server may be another connection's.
  const count = () => getDb().select({ n: sql<number>`total_changes()` }).from(sql`(select 1)`);
  const step = sql`insert into search_index (search_index, rank) values ('merge', ${maxPages})`;
  const [before, , after] = await atomically([count(), step, count()]);
  const [[from], [to]] = [before, after] as [{ n: number }[], { n: number }[]];
  return (to?.n ?? 0) - (from?.n ?? 0);
}

async function deleteInChunks(table: SQL, where: SQL): Promise<void> {
  for (;;) {
    const gone = await getDb().all(
      sql`delete from ${table} where id in (select id from ${table} where ${where} limit ${chunkSize}) returning 1`,
    );
    if (gone.length < chunkSize) return;
    // Other requests, and other processes that wait for the file, come between.
    await sleep(5);
  }
}

// What the write-ahead log still holds would be there to read until it is written over.
async function truncateWal(): Promise<void> {
  try {
    await getDb().all(sql`pragma wal_checkpoint(truncate)`);
  } catch {
    // A database on another server keeps its log by itself.
  }
}

/** Resumes interrupted deletions. */
export async function resumeDeletions(): Promise<void> {
  const left = await getDb()
    .select({ id: user.id })
    .from(user)
    .where(and(like(user.username, "(deleted) %"), eq(user.is_active, false)));
  for (const { id } of left) await sweep(id);
}
