import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openLibsql } from "./drivers/libsql.ts";
import { startServer } from "./drivers/testing.ts";
import { explainDatabase, isDatabaseAway } from "./errors.ts";
import { type DatabaseLocation, databaseLocation, locationLabel } from "./location.ts";
import { migrateDatabase } from "./migrate.ts";
import { markAsNewer } from "./testing.ts";

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "foothold-trouble-"));
  server = await startServer(folder, { token: "right" });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What the start prints for this location. */
async function startError(location: DatabaseLocation): Promise<string> {
  const error = await migrateDatabase(location).catch((failed: unknown) => failed);
  expect(error).toBeInstanceOf(Error);
  const line = explainDatabase(error, locationLabel(location));
  expect(line).not.toContain("\n");
  return line;
}

const serverLocation = (path: string): DatabaseLocation => ({
  driver: "libsql",
  server: server.url + path,
});
const drivers = ["sqlite", "libsql"] as const;
const fileLocation = (driver: "sqlite" | "libsql", name: string) => ({
  driver,
  path: join(folder, name),
});

test.each([
  ["mysql://ann:secret@db/x", "DATABASE_URL must be"],
  ["./data.db", "DATABASE_URL must be"],
  ["libsql://", "DATABASE_URL must be"],
])("refuses the URL %s without repeating secrets", (url, words) => {
  expect(() => databaseLocation(url)).toThrow(words);
  expect(() => databaseLocation(url)).not.toThrow(/secret/);
});

test("explains a server that does not answer, refuses the token or has no such database", async () => {
  process.env.DATABASE_AUTH_TOKEN = "wrong";
  expect(await startError(serverLocation("jobs/"))).toMatch(
    /refuses the token\. Set DATABASE_AUTH_TOKEN/,
  );
  process.env.DATABASE_AUTH_TOKEN = "right";
  expect(await startError(serverLocation("no/such/"))).toMatch(/is no database of that server/);
  const nobody: DatabaseLocation = {
    driver: "libsql",
    server: "http://127.0.0.1:9/?authToken=secret",
  };
  expect(await startError(nobody)).toMatch(
    /^http:\/\/127\.0\.0\.1:9 does not answer as a libSQL server/,
  );
});

test.each(drivers)(
  "refuses, through %s, a database of a newer version or another program",
  async (driver) => {
    const newer = fileLocation(driver, `newer-${driver}.db`);
    await migrateDatabase(newer);
    markAsNewer(newer.path);
    expect(await startError(newer)).toMatch(/was written by a newer Foothold\. Start that version/);

    const foreign = fileLocation(driver, `foreign-${driver}.db`);
    const other = new Database(foreign.path);
    other.exec("create table bookmark (id integer)");
    other.close();
    const before = readFileSync(foreign.path);
    expect(await startError(foreign)).toMatch(/is not Foothold's: it holds other tables/);
    if (driver === "sqlite") expect(readFileSync(foreign.path)).toEqual(before);
  },
);

test.each(drivers)(
  "explains, through %s, a file that is no database or cannot be written",
  async (driver) => {
    const text = join(folder, `text-${driver}.db`);
    writeFileSync(text, "These are words, and many of them: no database.".repeat(40));
    expect(await startError({ driver, path: text })).toMatch(/is no database, or is damaged/);
    expect(await startError(fileLocation(driver, `text-${driver}.db/foothold.db`))).toMatch(
      /cannot be written\. Check/,
    );
  },
);

test("explains a file that another program has locked", async () => {
  const path = join(folder, "locked.db");
  const blocker = new Database(path);
  blocker.exec("begin exclusive; create table x (y)");
  expect(await startError({ driver: "sqlite", path })).toMatch(/is locked by another program/);
  blocker.close();
}, 30_000);

test("reconnects to a server that was down, and batches concurrent statements", async () => {
  process.env.DATABASE_AUTH_TOKEN = "right";
  await migrateDatabase(serverLocation("again/"));
  const { db, atomically, close } = openLibsql(serverLocation("again/"), false);
  const ask = () => db.all<{ n: number }>(sql`select count(*) as n from user`);
  const before = server.counted.requests;
  await Promise.all([ask(), ask(), ask(), db.all(sql`select typeof(${7}) as kind`)]);
  expect(server.counted.requests - before).toBe(1);
  expect(await db.all(sql`select typeof(${7}) as kind`)).toEqual([{ kind: "integer" }]);

  // One that is wrong is no fault of the others.
  const [wrong, right] = await Promise.allSettled([db.all(sql`select nothing from user`), ask()]);
  expect([wrong.status, right.status]).toEqual(["rejected", "fulfilled"]);

  const port = Number(new URL(server.url).port);
  await server.stop();
  const [error] = await Promise.all([ask().catch((failed: unknown) => failed)]);
  expect(isDatabaseAway(error)).toBe(true);
  server = await startServer(folder, { token: "right", port });
  expect(await ask()).toEqual([{ n: 0 }]);

  const add = (name: string) => sql`insert into user (username, password) values (${name}, '-')`;
  await expect(atomically([add("a"), add("b"), add("a")])).rejects.toThrow();
  expect(await ask()).toEqual([{ n: 0 }]);
  expect(await atomically([add("a"), add("b")])).toEqual([{ changes: 1 }, { changes: 1 }]);
  close();
});
