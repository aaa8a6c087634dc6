import { createHash, type Hash } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../drivers/driver.ts";
import { causesOf } from "../errors.ts";
import type { Table } from "./tables.ts";

export type Row = Record<string, unknown>;

/** So many rows are read at once; fewer where they are more than a server sends in one answer. */
const most = 250;

/** The rows of a table in the order of its key, a piece at a time. */
export async function* piecesOf(db: Db, table: Table): AsyncGenerator<Row[]> {
  const key = sql.join(
    table.key.map((name) => sql.identifier(name)),
    sql`, `,
  );
  let size = most;
  for (let last: Row | undefined; ; ) {
    const after = last && sql`where (${key}) > (${values(last, table.key)})`;
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

// better-sqlite3 answers, and throws, at once.
const read = async (db: Db, query: SQL) => db.all<Row>(query);

const isTooLarge = (error: unknown) =>
  causesOf(error).some(({ message }) => /too (large|big)/i.test(message));

/** What stands in the named columns, with commas between. */
export function values(row: Row, names: readonly string[]): SQL {
  return sql.join(
    names.map((name) => sql`${bindable(row[name])}`),
    sql`, `,
  );
}

const bindable = (value: unknown) => (value instanceof ArrayBuffer ? Buffer.from(value) : value);

/** Counts rows and hashes what they hold, the same whichever driver read them. */
export class Tally {
  count = 0;
  readonly #hash: Hash = createHash("sha256");
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
      this.#hash.update(`${JSON.stringify(cells)}\n`);
    }
  }
  /** To be asked for once, at the end. */
  digest(): string {
    return this.#hash.digest("hex");
  }
}
