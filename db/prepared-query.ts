import { eq, getTableColumns, is, SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { type Db, getDb, type Statement } from "./client.ts";

/** Prepares a query once per open database; `make` builds it with `sql.placeholder` for its parameters. */
export function preparedQuery<T>(make: (db: Db) => T): () => T {
  const queries = new WeakMap<Db, T>();
  return () => {
    const db = getDb();
    let query = queries.get(db);
    if (query === undefined) {
      query = make(db);
      queries.set(db, query);
    }
    return query;
  };
}

/** A prepared select of a whole row by its id; undefined where there is none. */
export function preparedRow<Table extends SQLiteTable & { id: SQLiteColumn }>(table: Table) {
  const find = preparedQuery((db) =>
    db
      .select()
      .from(table as SQLiteTable)
      .where(eq(table.id, sql.placeholder("id")))
      .prepare(),
  );
  return (id: number) => find().get({ id }) as Promise<Table["$inferSelect"] | undefined>;
}

/**
 * A prepared insert of one row for `atomically` that returns the row. It takes a third off the time of a create.
 * Missing fields get their defaults; `computed` columns are SQL expressions over placeholders of the fields.
 */
export function preparedInsert<Table extends SQLiteTable>(
  table: Table,
  computed: Partial<Record<keyof Table["$inferInsert"], SQL>> = {},
): (row: Table["$inferInsert"]) => Statement {
  const defaults: Record<string, unknown> = {};
  const values: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(getTableColumns(table))) {
    if (column.primary) continue;
    const defaultValue = column.default ?? null;
    const field = sql.placeholder(name);
    const isSql = is(defaultValue, SQL);
    defaults[name] = isSql ? null : defaultValue;
    values[name] = isSql ? sql`coalesce(${field}, ${defaultValue})` : field;
  }
  const insert = preparedQuery((db) =>
    db
      .insert(table)
      .values({ ...values, ...computed } as Table["$inferInsert"])
      .returning()
      .prepare(),
  );
  return (row) => {
    const bound = { ...defaults };
    for (const [name, value] of Object.entries(row)) if (value !== undefined) bound[name] = value;
    return { prepared: insert(), values: bound };
  };
}
