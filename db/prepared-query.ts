import { getTableColumns, is, SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { type Db, getDb, type Statement } from "./client.ts";

/** A query that is prepared once per open database: `make` builds it with `sql.placeholder` for what varies. */
export function preparedQuery<T>(make: (db: Db) => T): () => T {
  const made = new WeakMap<Db, T>();
  return () => {
    const db = getDb();
    let query = made.get(db);
    if (query === undefined) {
      query = make(db);
      made.set(db, query);
    }
    return query;
  };
}

/**
 * The insert of one row, prepared once, for `atomically`; gives the row. Its id is SQLite's, and what it leaves out
 * gets its default. `computed` are columns that SQL fills, from placeholders for the row's fields.
 */
export function preparedInsert<Table extends SQLiteTable>(
  table: Table,
  computed: Partial<Record<keyof Table["$inferInsert"], SQL>> = {},
): (row: Table["$inferInsert"]) => Statement {
  const defaults: Record<string, unknown> = {};
  const values: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(getTableColumns(table))) {
    if (column.primary) continue;
    const byDefault = column.default ?? null;
    const field = sql.placeholder(name);
    const isSql = is(byDefault, SQL);
    defaults[name] = isSql ? null : byDefault;
    values[name] = isSql ? sql`coalesce(${field}, ${byDefault})` : field;
  }
  const insert = preparedQuery((db) =>
    db
      .insert(table)
      .values({ ...values, ...computed } as Table["$inferInsert"])
      .returning()
      .prepare(),
  );
  return (row) => {
    const filled = { ...defaults };
    for (const [name, value] of Object.entries(row)) if (value !== undefined) filled[name] = value;
    return { prepared: insert(), values: filled };
  };
}
