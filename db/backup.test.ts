import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { backUp, restoreBackup } from "./backup.ts";
import { migrateDatabase } from "./migrate.ts";
import { markAsNewer } from "./testing.ts";

let folder: string;
let path: string;
const moment = new Date("2026-05-01T10:00:00Z");

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "foothold-backup-"));
  path = join(folder, "foothold.db");
  await migrateDatabase({ driver: "sqlite", path });
  writeFileSync(join(folder, "secret"), "keep me", { mode: 0o600 });
  addPerson("first");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function addPerson(name: string): void {
  const db = new Database(path);
  db.prepare("insert into user (username, password) values (?, '-')").run(name);
  db.close();
}

function people(file: string): unknown {
  const db = new Database(file, { readonly: true });
  const names = db.prepare("select username from user order by id").pluck().all();
  db.close();
  return names;
}

test("a backup taken during writes restores everything", async () => {
  const copy = join(folder, "copy");
  const writer = new Database(path);
  const insert = writer.prepare("insert into user (username, password) values (?, '-')");
  let written = 0;
  const busy = setInterval(() => insert.run(`busy ${++written}`), 1);
  await backUp(path, copy);
  clearInterval(busy);
  expect(people(join(copy, "foothold.db"))).toContain("first");
  expect(readdirSync(copy).sort()).toEqual(["foothold.db", "secret"]);
  expect(statSync(join(copy, "secret")).mode & 0o777).toBe(0o600);
  expect(() => restoreBackup(path, copy, moment)).toThrow("is in use");
  writer.close();

  addPerson("later");
  writeFileSync(join(folder, "secret"), "another");
  const { aside } = restoreBackup(path, copy, moment);
  expect(people(path)).not.toContain("later");
  expect(people(aside ?? "")).toContain("later");
  expect(readFileSync(join(folder, "secret"), "utf8")).toBe("keep me");
  expect(readFileSync(join(folder, "secret.before-2026-05-01T10-00-00"), "utf8")).toBe("another");
});

test("never overwrites a backup, and restores no damaged one", async () => {
  const copy = join(folder, "copy");
  await backUp(path, copy);
  await expect(backUp(path, copy)).rejects.toThrow("exists already");
  const bytes = readFileSync(join(copy, "foothold.db"));
  bytes.fill(0xff, 4096, 20_000);
  writeFileSync(join(copy, "foothold.db"), bytes);
  expect(() => restoreBackup(path, copy, moment)).toThrow();
  expect(people(path)).toEqual(["first"]);
  expect(() => restoreBackup(path, `${folder}/none`, moment)).toThrow("There is no foothold.db");
  expect(readdirSync(folder).filter((name) => name.includes("before"))).toEqual([]);
});

test("a backup or a restore that fails midway changes nothing and leaves nothing", async () => {
  const copy = join(folder, "copy");
  await backUp(path, copy);
  // A folder cannot be copied as a file.
  rmSync(join(copy, "secret"));
  mkdirSync(join(copy, "secret"));
  addPerson("later");
  const before = readdirSync(folder);
  expect(() => restoreBackup(path, copy, moment)).toThrow();
  expect(readdirSync(folder)).toEqual(before);
  expect(people(path)).toEqual(["first", "later"]);

  rmSync(join(folder, "secret"));
  mkdirSync(join(folder, "secret"));
  await expect(backUp(path, join(folder, "another"))).rejects.toThrow();
  expect(readdirSync(folder).filter((name) => name.startsWith("another"))).toEqual([]);
});

test("a backup of a newer version is refused before anything changes", async () => {
  const copy = join(folder, "copy");
  await backUp(path, copy);
  markAsNewer(join(copy, "foothold.db"));
  addPerson("later");
  expect(() => restoreBackup(path, copy, moment)).toThrow("was made by a newer Foothold");
  expect(people(path)).toEqual(["first", "later"]);
});
