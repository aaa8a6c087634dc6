import { createHash, type Hash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../drivers/driver.ts";
import { causesOf } from "../errors.ts";
import type { Table } from "./tables.ts";

export type Row = Record<string, unknown>;

/** Rows per chunk; fewer if a server refuses so large a response. */
const maxRows = 250;

/** Reads a table in chunks, in the order of its primary key (keyset pagination). */
export async function* readChunks(db: Db, table: Table): AsyncGenerator<Row[]> {
  const key = sql.join(
    table.key.map((name) => sql.identifier(name)),
    sql`, `,
  );
  let size = maxRows;
  for (let last: Row | undefined; ; ) {
    const after = last && sql`where (${key}) > (${valueList(last, table.key)})`;
    const query = sql`select * from ${sql.identifier(table.name)} ${after ?? sql``} order by ${key} limit ${size}`;
    const rows = await read(db, query).catch((error: unknown) => {
      if (size === 1 || !isTooLarge(error)) throw error;
      return null;
    });
    if (rows === null) {
      size = Math.ceil(size / 5);
      continue;
    }
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    last = rows.at(-1);
  }
}

// better-sqlite3 throws before it returns; an async function turns that into a rejection.
const read = async (db: Db, query: SQL) => db.all<Row>(query);

const isTooLarge = (error: unknown) =>
  causesOf(error).some(({ message }) => /too (large|big)/i.test(message));

/** The values of the named columns as a list for SQL. */
export function valueList(row: Row, names: readonly string[]): SQL {
  return sql.join(
    names.map((name) => sql`${bindable(row[name])}`),
    sql`, `,
  );
}

const bindable = (value: unknown) => (value instanceof ArrayBuffer ? Buffer.from(value) : value);

/** Counts rows and hashes their values (SHA-256), equal for equal rows from either driver. */
export class TableDigest {
  count = 0;
  readonly #sha256: Hash = createHash("sha256");
  readonly #columns: readonly string[];
  constructor({ columns }: Table) {
    this.#columns = columns;
  }
  add(rows: readonly Row[]): void {
    this.count += rows.length;
    for (const row of rows) {
      const cells = this.#columns.map((name) => {
        const value = bindable(row[name]);
        return Buffer.isBuffer(value) ? { hex: value.toString("hex") } : value;
      });
      this.#sha256.update(`${JSON.stringify(cells)}\n`);
    }
  }
  /** The hash as hex; to be called once, after the last rows. */
  hash(): string {
    return this.#sha256.digest("hex");
  }
}
