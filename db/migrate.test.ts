import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { afterAll, expect, test } from "vitest";
import { migrateDatabase } from "./migrate.ts";
import { earlierDatabase, migrationsUntil, versions } from "./testing.ts";

const scratch = mkdtempSync(join(tmpdir(), "foothold-migrate-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function look<T>(path: string, ask: (sqlite: Database.Database) => T): T {
  const sqlite = new Database(path, { readonly: true });
  try {
    return ask(sqlite);
  } finally {
    sqlite.close();
  }
}

const tables = ["user", "job_site", "job_posting", "event", "email_opportunity", "import_batch"];
const began = look(earlierDatabase(scratch, 1, 1), (sqlite) =>
  tables.map((table) =>
    sqlite.prepare("select group_concat(name) from pragma_table_info(?)").pluck().get(table),
  ),
);
// Columns that a later version adds are left out.
const contents = (path: string) =>
  look(path, (sqlite) =>
    tables.map((table, at) =>
      sqlite.prepare(`select ${began[at]} from ${table} order by id`).all(),
    ),
  );

/** Checks a database of this version: its schema, its facts, its search queue. */
function expectWhole(path: string): void {
  look(path, (sqlite) => {
    expect(sqlite.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(sqlite.pragma("foreign_key_check")).toEqual([]);
    const facts = "select * from posting_fact order by user_id, job_posting_id";
    const worked = `select ${factColumns(sqlite)} from posting_facts order by user_id, job_posting_id`;
    expect(sqlite.prepare(facts).all()).toEqual(sqlite.prepare(worked).all());
    const kept = sqlite
      .prepare("select count(*) from job_posting where deleted_at is null")
      .pluck();
    expect(sqlite.prepare("select count(*) from posting_fact").pluck().get()).toBe(kept.get());
    const waiting = sqlite.prepare("select distinct kind from search_pending").pluck();
    expect(waiting.all()).toEqual(expect.arrayContaining([0, 1, 2]));
  });
  expect(schemaOf(path)).toEqual(schemaOf(fresh()));
}

const factColumns = (sqlite: Database.Database) =>
  sqlite.prepare("select name from pragma_table_info('posting_fact')").pluck().all().join(", ");

const schemaOf = (path: string) =>
  look(path, (sqlite) =>
    sqlite
      .prepare("select type, name, sql from sqlite_schema where sql is not null order by 1, 2")
      .all(),
  );

let empty: string | undefined;
function fresh(): string {
  if (!empty) {
    empty = join(scratch, "fresh.db");
    const sqlite = new Database(empty);
    migrate(drizzle(sqlite), { migrationsFolder: resolve("db/migrations") });
    sqlite.close();
  }
  return empty;
}

test.each(versions)("%s migrates to this version with all its data", async (_tag, count) => {
  const path = earlierDatabase(scratch, count);
  const before = contents(path);
  await migrateDatabase({ driver: "sqlite", path });
  expect(contents(path)).toEqual(before);
  expectWhole(path);
});

test.each([
  ["reindex_texts", "kind < 2"],
  ["duplicates", "kind in (0, 2)"],
])("rows that were indexed by other rules are indexed anew by %s", async (by, which) => {
  const before = versions.findIndex(([tag]) => tag.endsWith(by));
  const path = earlierDatabase(scratch, before);
  const sqlite = new Database(path);
  sqlite.exec(`delete from search_pending where ${which}`);
  sqlite.close();
  await migrateDatabase({ driver: "sqlite", path });
  const live = "select count(*) from job_posting where deleted_at is null";
  const waiting = "select count(*) from search_pending where kind = 0";
  expect(look(path, (db) => db.prepare(waiting).pluck().get())).toBe(
    look(path, (db) => db.prepare(live).pluck().get()),
  );
  expectWhole(path);
});

test("recruiters, contact persons and days of interviews become rows of their own, equal people as one", async () => {
  const path = earlierDatabase(
    scratch,
    versions.findIndex(([tag]) => tag.endsWith("people")),
  );
  const sqlite = new Database(path);
  sqlite.exec(`
    insert into email_opportunity (user_id, recruiter_name, recruiter_company)
      values (1, 'LEE ', ''), (1, 'Lee', 'Hays'), (2, 'Lee', ''), (1, '', 'Hays');
    update job_posting set contact_person = 'Ada', company_name = 'Fern' where id in (2, 4);
    update job_posting set contact_person = 'Lee', company_name = 'Hays' where id = 6;
    update job_posting set interviewed_at = '2024-04-09T12:00:00.000000d' where id = 15;`);
  sqlite.close();
  await migrateDatabase({ driver: "sqlite", path });
  const read = (query: string) => look(path, (db) => db.prepare(query).raw().all());
  expect(read("select user_id, name, company, kind from contact order by 1, 2, 3")).toEqual([
    [1, "Ada", "Fern", ""],
    [1, expect.stringMatching(/^lee$/i), "", "Recruiter"],
    [1, "Lee", "Hays", "Recruiter"],
    [2, "Lee", "", "Recruiter"],
  ]);
  expect(
    read(`select c.company, count(job_posting_id), count(email_opportunity_id) from contact_link l
      join contact c on c.id = contact_id where l.user_id = 1 and is_documented group by 1 order by 1`),
  ).toEqual([
    ["", 0, 2],
    ["Fern", 2, 0],
    ["Hays", 1, 1],
  ]);
  expect(
    read(`select i.starts_at, i.ends_at from interview i join job_posting p on p.id = job_posting_id
      where p.id in (5, 15) and i.starts_at = p.interviewed_at order by p.id`),
  ).toEqual([
    ["2024-04-09T12:00:00.000000Z", "2024-04-09T13:00:00.000000Z"],
    ["2024-04-09T12:00:00.000000d", null],
  ]);
  const trashed = "select count(*) from interview where deleted_at is not null";
  expect(read(trashed)).toEqual(
    read(`select count(*) from job_posting
    where deleted_at is not null and interviewed_at is not null`),
  );
});

test("a failed migration changes nothing, and a good one still applies", async () => {
  const path = earlierDatabase(scratch, 2);
  const before = [contents(path), schemaOf(path)];
  const broken = migrationsUntil(scratch, versions.length);
  const last = join(broken, `${versions.at(-1)?.[0]}.sql`);
  writeFileSync(
    last,
    `${readFileSync(last, "utf8")}\n--> statement-breakpoint\ninsert into nowhere values (1);`,
  );
  const sqlite = new Database(path);
  expect(() => migrate(drizzle(sqlite), { migrationsFolder: broken })).toThrow();
  sqlite.close();
  expect([contents(path), schemaOf(path)]).toEqual(before);
  await migrateDatabase({ driver: "sqlite", path });
  expectWhole(path);
});

/** Spawns a process that migrates the file. */
function migrating(path: string) {
  const line = `import { migrateDatabase } from ${JSON.stringify(resolve("db/migrate.ts"))};
    await migrateDatabase({ driver: "sqlite", path: ${JSON.stringify(path)} });`;
  return spawn(process.execPath, ["--input-type=module", "-e", line], { stdio: "inherit" });
}

test("a migration killed midway is completed by the next start", async () => {
  const path = earlierDatabase(scratch, 1, 30_000);
  const before = contents(path);
  const child = spawn("node", [
    "--input-type=module",
    "-e",
    `
    import { migrateDatabase } from ${JSON.stringify(resolve("db/migrate.ts"))};
    await migrateDatabase({ driver: "sqlite", path: ${JSON.stringify(path)} });`,
  ]);
  const ended = once(child, "exit");
  // The write-ahead log grows while the transaction runs, and is checkpointed at its end.
  while (
    child.exitCode === null &&
    (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) < 100_000
  )
    await setTimeout(2);
  child.kill("SIGKILL");
  expect(await ended).toEqual([null, "SIGKILL"]);
  await migrateDatabase({ driver: "sqlite", path });
  expect(contents(path)).toEqual(before);
  expectWhole(path);
});

test("concurrent starts all migrate to this version", async () => {
  const path = earlierDatabase(scratch, 1, 5_000);
  const codes = await Promise.all(
    Array.from({ length: 4 }, async () => (await once(migrating(path), "exit"))[0]),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  expectWhole(path);
});
