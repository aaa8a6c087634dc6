import { AsyncLocalStorage } from "node:async_hooks";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { migrateDatabase } from "../migrate.ts";
import { setQueryListener } from "../query-timing.ts";
import type { Driver } from "./driver.ts";
import { openSqlite } from "./sqlite.ts";

let folder: string;
let path: string;
let driver: Driver;
/** how somebody else sees the file */
let other: Database.Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "foothold-group-"));
  path = join(folder, "test.db");
  await migrateDatabase({ driver: "sqlite", path });
  driver = openSqlite(path, false);
  other = new Database(path);
});
afterEach(() => {
  vi.useRealTimers();
  setQueryListener(() => {});
  driver.close();
  other.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (name: string) => sql`insert into user (username, password) values (${name}, '-')`;
const names = () => other.prepare("select username from user order by id").pluck().all();
const write = (...names: string[]) => driver.atomically(names.map(add));
const outcomes = async (writes: Promise<unknown>[]) =>
  (await Promise.allSettled(writes)).map(({ status }) => status);

/** How often a transaction ends while something runs. */
async function commits(run: () => Promise<unknown>): Promise<number> {
  let ended = 0;
  setQueryListener((text) => {
    if (text.startsWith("begin")) ended += 1;
  });
  await run();
  return ended;
}

test("commits concurrent writes in one transaction, and acknowledges none before it", async () => {
  const seen: unknown[][] = [];
  const three = ["a", "b", "c"].map((name) =>
    write(name, `${name}2`).then(() => seen.push(names())),
  );
  expect(names()).toEqual([]);
  expect(await commits(() => Promise.all(three))).toBe(1);
  const all = ["a", "a2", "b", "b2", "c", "c2"];
  expect(seen).toEqual([all, all, all]);
  expect(await commits(() => write("d"))).toBe(1);
  // However busy the machine is, no time goes by.
  vi.useFakeTimers({ toFake: ["performance"] });
  expect(
    await commits(() => Promise.all(Array.from({ length: 250 }, (_, n) => write(`n${n}`)))),
  ).toBe(3);
  expect(names()).toHaveLength(257);
});

test("lets others have their turn between writes that take long", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  let ended = 0;
  setQueryListener((text) => {
    if (text.startsWith("insert")) vi.advanceTimersByTime(10);
    if (text.startsWith("begin")) ended += 1;
  });
  const seen = await Promise.all(
    ["a", "b", "c", "d", "e"].map((name) => write(name).then(() => [...names(), ended])),
  );
  expect(seen.at(1)).toEqual(["a", "b", 1]);
  expect(seen.at(3)).toEqual(["a", "b", "c", "d", 2]);
  expect(seen.at(4)).toEqual(["a", "b", "c", "d", "e", 3]);
});

test("rolls back a failed write alone, and later writes see earlier ones", async () => {
  const counted = sql`insert into user (username, password) select 'after ' || count(*), '-' from user`;
  const [, failed] = await Promise.allSettled([
    write("a"),
    write("b", "a", "c"),
    driver.atomically([counted]),
    write("b"),
  ]);
  const reason = { cause: { code: "SQLITE_CONSTRAINT_UNIQUE" } };
  expect(failed).toMatchObject({ status: "rejected", reason });
  expect(names()).toEqual(["a", "after 1", "b"]);
});

test("rejects every write when the commit fails, and keeps working", async () => {
  const orphan = [
    sql`pragma defer_foreign_keys = on`,
    sql`insert into job_site (user_id, site_name) values (4711, 'Nobody')`,
  ];
  const failed = [write("a"), driver.atomically(orphan), write("b")];
  for (const { status, reason } of (await Promise.allSettled(failed)) as PromiseRejectedResult[]) {
    expect([status, reason.code]).toEqual(["rejected", "SQLITE_CONSTRAINT_FOREIGNKEY"]);
  }
  expect(names()).toEqual([]);
  await write("c");
  expect(names()).toEqual(["c"]);
});

test("keeps exactly the acknowledged writes on a full disk", async () => {
  const pages = other.pragma("page_count", { simple: true });
  await driver.db.run(sql.raw(`pragma max_page_count = ${pages}`));
  const large = (name: string) =>
    driver.atomically([
      sql`insert into user (username, password) values (${name}, hex(zeroblob(100000)))`,
    ]);
  const wanted = ["a", "large", "b"];
  const found = await outcomes([write("a"), large("large"), write("b")]);
  expect(found[1]).toBe("rejected");
  expect(names()).toEqual(wanted.filter((_, at) => found[at] === "fulfilled"));
  await driver.db.run(sql`pragma max_page_count = 4294967294`);
  await write("c");
  expect(names()).toContain("c");
});

test("rejects every write while the file is locked, and writes once it is free", async () => {
  other.exec("begin immediate");
  const errors = (await Promise.allSettled([write("a"), write("b")])) as PromiseRejectedResult[];
  expect(errors.map(({ reason }) => reason.code)).toEqual(["SQLITE_BUSY", "SQLITE_BUSY"]);
  other.exec("rollback");
  await Promise.all([write("a"), write("b")]);
  expect(names()).toEqual(["a", "b"]);
}, 30_000);

test("commits pending writes before it closes", async () => {
  const writes = [write("a"), write("a"), write("b")];
  driver.close();
  expect(names()).toEqual(["a", "b"]);
  expect(await outcomes(writes)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  await expect(write("c")).rejects.toThrow(/not open/);
  driver = openSqlite(path, false);
});

test("counts each statement for its own request", async () => {
  const request = new AsyncLocalStorage<string>();
  const heard: unknown[] = [];
  setQueryListener((text) => {
    if (text.startsWith("insert")) heard.push(request.getStore());
  });
  await Promise.all(["a", "b"].map((name) => request.run(name, () => write(name))));
  expect(heard).toEqual(["a", "b"]);
});
