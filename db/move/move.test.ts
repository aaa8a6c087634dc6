import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer } from "../drivers/testing.ts";
import type { DatabaseLocation } from "../location.ts";
import { migrateDatabase } from "../migrate.ts";
import { moveDatabase } from "./move.ts";

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
let source: DatabaseLocation & { path: string };
const silent = () => {};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "foothold-move-"));
  server = await startServer(folder);
  source = { driver: "sqlite", path: join(folder, "home.db") };
  await migrateDatabase(source);
  const db = new Database(source.path);
  db.exec(`pragma foreign_keys = on;
    insert into user (id, username, password) values (7, 'ann', '-'), (9, 'gone', '-');
    delete from user where id = 9;
    insert into job_site (id, user_id, site_name) values (3, 7, '東京 "quoted" ''s');
    insert into job_posting (user_id, job_site_id, company_name, time_spent, job_description, applied_at)
      with recursive n(i) as (select 1 union all select i + 1 from n where i < 700)
      select 7, 3, 'Company ' || i, nullif(i % 5, 0), replace(hex(zeroblob(i)), '00', 'é😀'), '2026-01-01T00:00:00.000000Z' from n;
    insert into event (user_id, job_posting_id, kind, occurred_at, to_value, via)
      select user_id, id, 'created', '2026-01-01T00:00:00.000000Z', posting_status, 'api' from job_posting;
    delete from job_posting where id = 700;`);
  db.close();
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const remote = (name: string): DatabaseLocation => ({
  driver: "libsql",
  server: `${server.url}${name}/`,
});
const file = (name: string) => ({ driver: "sqlite", path: join(folder, name) }) as const;
const rows = (path: string, query: string) => {
  const db = new Database(path, { readonly: true });
  const found = db.prepare(query).all();
  db.close();
  return found;
};

test("moves everything to a server and back, with the same counts and hashes", async () => {
  const told: string[] = [];
  const there = await moveDatabase(source, remote("there"), (table, done, of) =>
    told.push(`${table} ${done}/${of}`),
  );
  expect(told).toContain("job_posting 250/699");
  expect(there.find(({ table }) => table === "job_posting")?.rows).toBe(699);
  expect(there.find(({ table }) => table === "posting_fact")?.rows).toBe(699);
  const back = await moveDatabase(remote("there"), file("back.db"), silent);
  expect(back).toEqual(there);

  const whole = "select * from job_posting order by id";
  expect(rows(file("back.db").path, whole)).toEqual(rows(source.path, whole));
  const rest = `select name, sql from sqlite_schema where type in ('trigger', 'view', 'index') order by name`;
  expect(rows(file("back.db").path, rest)).toEqual(rows(source.path, rest));
  // What was deleted stays so: no id is given twice. The search index is rebuilt.
  const [given] = rows(file("back.db").path, "select seq from sqlite_sequence where name = 'user'");
  expect(given).toEqual({ seq: 9 });
  const pending = "select count(*) as n from search_pending";
  expect(rows(file("back.db").path, pending)).toEqual([{ n: 700 }]);
  await migrateDatabase(file("back.db"));
});

test("refuses a target that holds data, and leaves it unchanged", async () => {
  const before = rows(source.path, "select count(*) as n from job_posting");
  await expect(moveDatabase(remote("there"), source, silent)).rejects.toThrow("holds data already");
  expect(rows(source.path, "select count(*) as n from job_posting")).toEqual(before);
  await expect(moveDatabase(source, source, silent)).rejects.toThrow("the same database");
  await expect(moveDatabase(file("none.db"), remote("x"), silent)).rejects.toThrow(
    "no database at",
  );
});

test("leaves nothing behind when stopped, and clears an interrupted move", async () => {
  const stop = (_: string, done: number) => {
    if (done >= 500) throw new Error("stopped");
  };
  await expect(moveDatabase(source, file("clean.db"), stop)).rejects.toThrow("stopped");
  expect(existsSync(file("clean.db").path)).toBe(false);

  const broken = file("broken.db");
  await migrateDatabase(broken);
  const db = new Database(broken.path);
  db.exec(`create table __unfinished_move (begun integer);
    insert into user (username, password) values ('half', '-')`);
  db.close();
  await expect(migrateDatabase(broken)).rejects.toThrow("Run npm run move again");
  const moved = await moveDatabase(source, broken, silent);
  expect(moved.find(({ table }) => table === "user")?.rows).toBe(1);
  await migrateDatabase(broken);
});
