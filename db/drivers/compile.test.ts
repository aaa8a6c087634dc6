import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { afterAll, expect, test } from "vitest";
import { compile, runSync } from "./compile.ts";
import type { Db, Statement } from "./driver.ts";
import { openOrCreate } from "./open.ts";

const folder = mkdtempSync(join(tmpdir(), "foothold-compile-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const note = sqliteTable("note", {
  id: integer().primaryKey({ autoIncrement: true }),
  words: text().notNull(),
  done: integer({ mode: "boolean" }).notNull().default(false),
});

/** Every kind of statement that Drizzle makes, and what each must give. */
function statements(db: Db): { kind: string; statement: Statement; gives: unknown }[] {
  const add = db
    .insert(note)
    .values({ words: sql.placeholder("words") })
    .returning()
    .prepare();
  const rows = [{ id: 1, words: "first", done: false }];
  return [
    {
      kind: "SQL",
      statement: sql`delete from note`,
      gives: expect.objectContaining({ changes: 0 }),
    },
    {
      kind: "a prepared query",
      statement: { prepared: add, values: { words: "first" } },
      gives: rows,
    },
    { kind: "a select", statement: db.select().from(note), gives: rows },
    {
      kind: "an update",
      statement: db.update(note).set({ done: true }).where(eq(note.words, "first")),
      gives: expect.objectContaining({ changes: 1 }),
    },
    {
      kind: "a delete",
      statement: db.delete(note).returning({ done: note.done }),
      gives: [{ done: true }],
    },
  ];
}

test.each(["sqlite", "libsql"] as const)("runs all kinds of statements on %s", async (name) => {
  const driver = await openOrCreate({ driver: name, path: join(folder, `${name}.db`) });
  await driver.atomically([
    sql`create table note (id integer primary key autoincrement, words text not null,
      done integer not null default 0)`,
  ]);
  const all = statements(driver.db);
  const results = await driver.atomically(all.map(({ statement }) => statement));
  for (const [i, { kind, gives }] of all.entries())
    expect(results[i], `Drizzle runs ${kind} in another way: see db/drivers/compile.ts`).toEqual(
      gives,
    );
  driver.close();
});

test("throws an explanation when Drizzle's statements have changed", () => {
  const db = { run: () => ({}) };
  for (const take of [compile, runSync])
    expect(() => take(db, {} as Statement)).toThrow(
      "Drizzle's statements no longer have _prepare(): see db/drivers/compile.ts",
    );
});
