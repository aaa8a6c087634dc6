import { existsSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import type { Fault } from "../fault.ts";
import { launch, scratch, start } from "../server.ts";

export const fault: Fault = {
  what: "kill -9 while an old database is brought to the new schema: the next start finishes the work",
  run: async ({ rounds = 25, rows = 40_000, within = 500 }) => {
    const faults: string[] = [];
    let interrupted = 0;
    for (let round = 1; round <= rounds; round += 1) {
      const folder = scratch();
      const file = join(folder, "foothold.db");
      oldDatabase(file, rows);
      const { server: broken } = await launch({ folder });
      // The log beside the file is there once the work begins; then a moment anywhere within it.
      while (!existsSync(`${file}-wal`)) await new Promise((later) => setTimeout(later, 2));
      await new Promise((later) => setTimeout(later, Math.random() * within));
      await broken.kill();
      if (!isWhole(file)) interrupted += 1;
      const server = await start({ folder });
      await server.stop();
      const db = new Database(file);
      const count = Number(db.prepare("select count(*) from job_posting").pluck().get());
      const integrity = db.pragma("integrity_check", { simple: true });
      const foreign = (db.pragma("foreign_key_check") as unknown[]).length;
      db.close();
      if (count !== rows) faults.push(`round ${round}: ${count} of ${rows} rows`);
      if (integrity !== "ok") faults.push(`round ${round}: integrity_check: ${integrity}`);
      if (foreign > 0)
        faults.push(`round ${round}: ${foreign} rows without the row they belong to`);
      if (!isWhole(file)) faults.push(`round ${round}: the second start did not finish`);
    }
    return {
      figures: { "interrupted starts": rounds, "of them within the migration": interrupted, rows },
      faults,
    };
  },
};

const migrations = readMigrationFiles({ migrationsFolder: "db/migrations" });

function isWhole(file: string): boolean {
  const db = new Database(file);
  const done = db.prepare("select count(*) from __drizzle_migrations").pluck().get();
  db.close();
  return Number(done) === migrations.length;
}

// As the first version left it, with what a busy person has by then.
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
