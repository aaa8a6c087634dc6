import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now, toStored } from "../dates.ts";
import { NotFound } from "../errors.ts";
import { keepDays, type TrashKind } from "./values.ts";

const day = 86_400_000;

const table: Record<TrashKind, SQL> = {
  site: sql`job_site`,
  posting: sql`job_posting`,
  opportunity: sql`email_opportunity`,
};

const trashed = (actor: Actor, id: number) =>
  sql`id = ${id} and user_id = ${actor.user_id} and deleted_at is not null`;

// What went to the trash with the site carries its moment.
const wentWithSite = (actor: Actor, site: number) =>
  sql`user_id = ${actor.user_id} and job_site_id = ${site} and deleted_at =
    (select deleted_at from job_site where ${trashed(actor, site)})`;

const back = (kind: TrashKind, which: SQL) =>
  sql`update ${table[kind]} set deleted_at = null, updated_at = ${now()} where ${which}`;

const logBack = (actor: Actor, kind: "posting" | "opportunity", which: SQL) =>
  sql`insert into event (user_id, ${table[kind]}_id, kind, occurred_at, via)
    select user_id, id, 'restored', ${now()}, ${actor.via} from ${table[kind]} where ${which}`;

/**
 * Brings back a site with the postings that went with it, a posting with its site where that lies in
 * the trash too, or an opportunity. Throws `NotFound` where it is not in the actor's trash.
 */
export async function restore(actor: Actor, kind: TrashKind, id: number): Promise<void> {
  await changeOne(actor, kind, id, [...restoring[kind](actor, id), back(kind, trashed(actor, id))]);
}

const restoring: Record<TrashKind, (actor: Actor, id: number) => SQL[]> = {
  site: (actor, id) => [
    logBack(actor, "posting", wentWithSite(actor, id)),
    back("posting", wentWithSite(actor, id)),
  ],
  posting: (actor, id) => [
    logBack(actor, "posting", trashed(actor, id)),
    back(
      "site",
      sql`deleted_at is not null and user_id = ${actor.user_id} and id =
        (select job_site_id from job_posting where ${trashed(actor, id)})`,
    ),
  ],
  opportunity: (actor, id) => [logBack(actor, "opportunity", trashed(actor, id))],
};

/**
 * Removes one row for good; a site takes with it all of its postings in the trash.
 * Throws `NotFound` where it is not in the actor's trash.
 */
export async function purge(actor: Actor, kind: TrashKind, id: number): Promise<void> {
  await changeOne(actor, kind, id, [sql`delete from ${table[kind]} where ${trashed(actor, id)}`]);
}

// Every statement names the trashed row again, so none of them does anything where it is not there.
async function changeOne(actor: Actor, kind: TrashKind, id: number, statements: SQL[]) {
  const row = getDb().select({ id: sql<number>`id` }).from(table[kind]).where(trashed(actor, id));
  const [rows] = await atomically([row, ...statements]);
  if ((rows as unknown[]).length === 0) throw new NotFound();
}

/** Removes everything in the actor's trash for good. */
export async function emptyTrash(actor: Actor): Promise<void> {
  const mine = sql`user_id = ${actor.user_id} and deleted_at is not null`;
  await atomically([
    sql`delete from job_posting where ${mine}`,
    sql`delete from job_site where ${mine}`,
    sql`delete from email_opportunity where ${mine}`,
  ]);
}

/** Removes what anybody deleted more than 30 days ago; for the start of the server and once a day. */
export async function purgeTrash(): Promise<void> {
  const old = sql`deleted_at < ${toStored(Date.now() - keepDays * day)}`;
  await atomically([
    sql`delete from job_posting where ${old}`,
    sql`delete from job_site where ${old}`,
    sql`delete from email_opportunity where ${old}`,
  ]);
}
