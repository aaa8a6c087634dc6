import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDb, getDb } from "../db/client.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { user } from "../db/schema/accounts.ts";
import { importBatch } from "../db/schema/imports.ts";
import { jobPosting } from "../db/schema/tracker.ts";

const folder = mkdtempSync(join(tmpdir(), "foothold-import-command-"));
const hunt = join(folder, "hunt.csv");

beforeAll(async () => {
  process.env.DATABASE_URL = `file:${join(folder, "test.db")}`;
  process.env.AUTH_SECRET = "a secret that only tests use";
  await migrateDatabase();
  await getDb().insert(user).values({ username: "ann", password: "", time_zone: "Asia/Tokyo" });
  writeFileSync(
    hunt,
    "Company,Title,Date Applied,Status\nLarkspur,Tester,2026-01-20,Applied\nRemote,Tester,,Applied\n",
  );
});

afterAll(() => {
  closeDb();
  rmSync(folder, { recursive: true, force: true });
});

async function command(...args: string[]) {
  const root = join(import.meta.dirname, "..");
  const run = promisify(execFile)(process.execPath, ["scripts/run.mjs", "import.ts", ...args], {
    cwd: root,
    env: process.env,
  });
  return run.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

const postings = () => getDb().select().from(jobPosting);

test("a dry run prints postings in the API's format and the rows that need attention, and writes none", async () => {
  const { stdout, code } = await command(hunt, "--user", "ann", "--dry-run", "--json");
  expect(code).toBe(0);
  const printed = JSON.parse(stdout);
  expect(printed.attention).toEqual([3]);
  expect(printed.postings).toHaveLength(2);
  expect(printed.postings[0]).toMatchObject({
    id: null,
    company_name: "Larkspur",
    posting_status: "4 - No Response",
    applied_at: "2026-01-20T12:00:00+09:00",
    technology_stack: [],
    user: 1,
  });
  expect(await postings()).toEqual([]);
  expect(await getDb().select().from(importBatch)).toEqual([]);
});

test("writes the rows once, and prints their count", async () => {
  expect((await command(hunt, "--user", "ann")).stdout).toContain("2 postings were imported.");
  expect(await postings()).toHaveLength(2);
  expect((await command(hunt, "--user", "ann")).stdout).toContain("0 postings were imported.");
});

test("prints an error message for a missing argument", async () => {
  expect(await command(hunt)).toMatchObject({ code: 1, stderr: expect.stringContaining("--user") });
  const unknown = await command(hunt, "--user", "bob");
  expect(unknown).toMatchObject({ code: 1, stderr: "Nobody here is called bob.\n" });
  const missing = await command(join(folder, "no.csv"), "--user", "ann", "--json");
  expect(missing.code).toBe(1);
  expect(JSON.parse(missing.stdout)).toEqual({ postings: [], attention: [] });
});
