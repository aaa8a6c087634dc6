import { fillPlaceholders, is, SQL } from "drizzle-orm";
import type { PreparedQueryConfig, SQLitePreparedQuery } from "drizzle-orm/sqlite-core";
import type { Statement } from "./driver.ts";

// The only file that knows what Drizzle's types hide: every statement has _prepare(), also a raw one, and what it
// gives runs at once on a synchronous driver though `Db` is typed as asynchronous. compile.test.ts tries both.
type Prepared = SQLitePreparedQuery<PreparedQueryConfig & { type: "sync" }>;
type Bound = { prepared: Prepared; values: Record<string, unknown> };
type Runner = { run(statement: SQL): object };

/** Runs a statement before it returns, as a transaction of better-sqlite3 needs it. */
export function runSync(db: Runner, statement: Statement): unknown {
  // `is` and not `instanceof`: the server's bundles each have a copy of the class.
  if (is(statement, SQL)) return db.run(statement);
  const { prepared, values } = bind(statement);
  return prepared.execute(values).sync();
}

/** A statement's text and arguments for a batch, and the function that turns its result into rows. */
export function compile(db: Runner, statement: Statement) {
  const { prepared, values } = bind(is(statement, SQL) ? db.run(statement) : statement);
  const { sql, params } = prepared.getQuery();
  return {
    sql,
    args: fillPlaceholders(params, values),
    mapResult: (result: unknown) => prepared.mapResult(result, true),
  };
}

function bind(statement: object): Bound {
  if ("prepared" in statement) return statement as Bound;
  if (!("_prepare" in statement && typeof statement._prepare === "function"))
    throw new Error("Drizzle's statements no longer have _prepare(): see db/drivers/compile.ts");
  return { prepared: statement._prepare() as Prepared, values: {} };
}
