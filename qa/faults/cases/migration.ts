import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Fault } from "../fault.ts";
import { launch, scratchFolder, start } from "../server.ts";

export const fault: Fault = {
  description: "kill -9 while an old database is migrated: the next start completes the migration",
  run: async ({ rounds = 25, rows = 40_000, within: maxDelayMs = 500 }) => {
    const failures: string[] = [];
    let interrupted = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const folder = scratchFolder();
      const file = join(folder, "foothold.db");
      oldDatabase(file, rows);
      const { server: interruptedServer } = await launch({ folder });
      // The write-ahead log appears when the migration begins; then kill at a random moment within it.
      while (!existsSync(`${file}-wal`)) await setTimeout(2);
      await setTimeout(Math.random() * maxDelayMs);
      await interruptedServer.kill();
      if (!isMigrated(file)) interrupted += 1;
      const server = await start({ folder });
      await server.stop();
      const db = new Database(file);
      const count = Number(db.prepare("select count(*) from job_posting").pluck().get());
      const integrity = db.pragma("integrity_check", { simple: true });
      const orphans = (db.pragma("foreign_key_check") as unknown[]).length;
      db.close();
      if (count !== rows) failures.push(`round ${round}: ${count} of ${rows} rows`);
      if (integrity !== "ok") failures.push(`round ${round}: integrity_check: ${integrity}`);
      if (orphans > 0)
        failures.push(`round ${round}: ${orphans} rows without the row they belong to`);
      if (!isMigrated(file)) failures.push(`round ${round}: the second start did not finish`);
    }
    return {
      figures: { "interrupted starts": rounds, "of them within the migration": interrupted, rows },
      failures,
    };
  },
};

const migrations = readMigrationFiles({ migrationsFolder: "db/migrations" });

function isMigrated(file: string): boolean {
  const db = new Database(file);
  const applied = db.prepare("select count(*) from __drizzle_migrations").pluck().get();
  db.close();
  return Number(applied) === migrations.length;
}

// A database of the first version, with the rows of a busy person.
function oldDatabase(file: string, rows: number): void {
  const [first] = migrations;
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  for (const statement of first?.sql ?? []) db.exec(statement);
  db.exec(
    "create table __drizzle_migrations (id integer primary key autoincrement, hash text not null, created_at numeric)",
  );
  db.prepare("insert into __drizzle_migrations (hash, created_at) values (?, ?)").run(
    first?.hash,
    first?.folderMillis,
  );
  db.exec(`insert into user (username, password) values ('mira', 'x');
    insert into job_site (user_id, site_name) values (1, 'Board');
    with recursive n(i) as (select 1 union all select i + 1 from n where i < ${rows})
    insert into job_posting (user_id, job_site_id, company_name, posting_title, applied_at)
      select 1, 1, 'Company ' || i, 'Title', '2026-01-01T00:00:00.000000Z' from n;`);
  db.close();
}
