// Databases as earlier versions left them, for tests.
import { randomUUID } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";

type Journal = { entries: { tag: string }[] };

const all = resolve("db/migrations");
const journalOf = (folder: string): Journal =>
  JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8"));

/** Each recorded schema: the name of its last migration, and how many it takes. */
export const versions = journalOf(all).entries.map(({ tag }, at) => [tag, at + 1] as const);

/** A folder in `scratch` with the first migrations only. */
export function migrationsUntil(scratch: string, count: number): string {
  const folder = join(scratch, `migrations-${count}`);
  cpSync(all, folder, { recursive: true });
  const journal = journalOf(all);
  journal.entries = journal.entries.slice(0, count);
  writeFileSync(join(folder, "meta/_journal.json"), JSON.stringify(journal));
  return folder;
}

// Rows that fit every version: two users, their sites, postings in all states, events.
const rows = (postings: number) => `
  insert into user (id, username, password) values (1, 'robin', '-'), (2, 'kim', '-');
  insert into job_site (id, user_id, site_name) values (1, 1, 'Careers'), (2, 2, 'Board');
  with recursive series(n) as (select 1 union all select n + 1 from series where n < ${postings})
    insert into job_posting (id, user_id, job_site_id, company_name, posting_title, posting_status,
      applied_at, interviewed_at, rejected_at, rejected_after_stage, job_description, deleted_at)
    select n, 1 + n % 2, 1 + n % 2, 'Fern & Field ' || n, 'Gardener',
      case n % 4 when 0 then '3 - Rejected' when 1 then '4 - No Response' when 2 then '5 - Saved'
        else '1 - Actively Engaged' end,
      case when n % 4 <> 2 then '2024-04-02T12:00:00.000000Z' end,
      case when n % 5 = 0 then '2024-04-09T12:00:00.000000Z' end,
      case when n % 4 = 0 then '2024-05-05T17:00:00.000000Z' end,
      case when n % 8 = 0 then 'Team Interview' else '' end, '<p>Plants</p>',
      case when n % 11 = 0 then '2024-06-01T00:00:00.000000Z' end
    from series;
  insert into event (user_id, job_posting_id, kind, occurred_at, from_value, to_value, via)
    select user_id, id, 'status', '2024-04-05T12:00:00.000000Z', '4 - No Response', posting_status, 'browser'
    from job_posting where posting_status <> '4 - No Response';
  insert into email_opportunity (user_id, job_title, recruiter_name) values (1, 'Head gardener', 'Lee');
  insert into import_batch (id, user_id, file_name) values (1, 1, 'hunt.csv');
  insert into session (id, user_id, expires_at) values ('s', 1, '2999-01-01T00:00:00.000000Z');`;

/** The path of a new database in `scratch` with the schema of that version, and rows in it. */
export function earlierDatabase(scratch: string, count: number, postings = 40): string {
  const path = join(scratch, `${count}-${randomUUID()}.db`);
  const sqlite = new Database(path);
  sqlite.pragma("journal_mode = WAL");
  migrate(drizzle(sqlite), { migrationsFolder: migrationsUntil(scratch, count) });
  sqlite.exec(rows(postings));
  sqlite.close();
  return path;
}

/** Writes down that a later migration has run, as a newer Foothold leaves a database. */
export function markAsNewer(path: string): void {
  const sqlite = new Database(path);
  sqlite.exec("insert into __drizzle_migrations (hash, created_at) values ('x', 9999999999999)");
  sqlite.close();
}
