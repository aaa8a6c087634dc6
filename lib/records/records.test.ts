import { getTableColumns, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { kinds } from "../kinds.ts";
import { freshDatabase } from "../testing.ts";
import type { Kind } from "./kind.ts";

freshDatabase();

/** Columns that no person fills in. */
const bookkeeping = [
  "id",
  "user_id",
  "created_at",
  "updated_at",
  "deleted_at",
  "import_batch_id",
  "import_attention",
  // What a company is known by.
  "company_key",
  // The posting that an opportunity was turned into.
  "job_posting_id",
];

test.each<[string, Kind]>(kinds.map((kind) => [kind.name, kind]))(
  "%s: each field has its column, and each column is described",
  (_, { table, fields }) => {
    const columns = Object.keys(getTableColumns(table)).filter(
      (name) => !bookkeeping.includes(name) || name in fields,
    );
    expect(Object.keys(fields).sort()).toEqual(columns.sort());
    for (const [name, { nullable, wire }] of Object.entries(fields)) {
      const column = getTableColumns(table)[name];
      expect([name, column?.notNull]).toEqual([name, !nullable && wire !== "json"]);
    }
  },
);

test.each<[string, Kind]>(kinds.map((kind) => [kind.name, kind]))(
  "%s: each text is searched, or says that it is not",
  (_, { fields }) => {
    const texts = Object.entries(fields).filter(([, { wire }]) => wire === "text");
    expect(texts.flatMap(([name, { search }]) => (search === undefined ? [name] : []))).toEqual([]);
    const orders = Object.values(fields).flatMap(({ search }) =>
      typeof search === "number" ? [search] : [],
    );
    expect(new Set(orders).size).toBe(orders.length);
  },
);

test("any change of a row is indexed, whatever its column", async () => {
  const triggers = await getDb().all<{ name: string; sql: string }>(
    sql`select name, sql from sqlite_schema where type = 'trigger' and name like '%_search_changed'`,
  );
  expect(triggers.map(({ name }) => name).sort()).toEqual(
    kinds.map(({ name }) => `${name}_search_changed`).sort(),
  );
  for (const { sql: text } of triggers) expect(text).toMatch(/AFTER UPDATE ON/);
});
