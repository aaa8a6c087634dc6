import { existsSync, rmSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Db, Driver } from "../drivers/driver.ts";
import { openOrCreate } from "../drivers/open.ts";
import { type DatabaseLocation, locationLabel } from "../location.ts";
import { hasTable, isCurrent, migrateDatabase, unfinishedMove } from "../migrate.ts";
import { type Row, readChunks, TableDigest, valueList } from "./rows.ts";
import { currentSchema, type DatabaseSchema, type Table } from "./tables.ts";

export type MovedTable = { table: string; rows: number; hash: string };
type Progress = (table: string, done: number, total: number) => void;

/** Filled from the copied rows, so neither copied nor compared. */
const rebuiltTables = ["search_pending", "duplicate_key", "duplicate_text"];

/** A marker in the target until everything is copied and checked, so that nothing serves from half a database. */
const unfinishedTable = sql.identifier(unfinishedMove);

/**
 * Copies a database into an empty one, on either driver each, and compares every table's row count and hash.
 * An error leaves the target empty; the rest of an interrupted move is cleared by the next. Throws on any difference.
 */
export async function moveDatabase(
  from: DatabaseLocation,
  to: DatabaseLocation,
  onProgress: Progress,
): Promise<MovedTable[]> {
  if (locationLabel(from) === locationLabel(to)) throw new Error("Both are the same database.");
  if ("path" in from && !existsSync(from.path))
    throw new Error(`There is no database at ${from.path}.`);
  const schema = await currentSchema();
  const source = await openOrCreate(from);
  const createsFile = "path" in to && !existsSync(to.path);
  try {
    if (!(await isCurrent(source.db)))
      throw new Error(
        `${locationLabel(from)} is of another version. Start this Foothold on it once, or move it with the one that wrote it.`,
      );
    await prepareTarget(to, schema);
    const target = await openOrCreate(to);
    try {
      return await copyTables(source.db, target, schema, onProgress);
    } catch (error) {
      // If the target is unreachable by now, the next move clears it.
      await clearTarget(target, schema).catch(() => undefined);
      throw error;
    } finally {
      target.close();
    }
  } catch (error) {
    if (createsFile && "path" in to)
      for (const suffix of ["", "-wal", "-shm"]) rmSync(to.path + suffix, { force: true });
    throw error;
  } finally {
    source.close();
  }
}

async function copyTables(
  db: Db,
  target: Driver,
  schema: DatabaseSchema,
  onProgress: Progress,
): Promise<MovedTable[]> {
  for (const { name } of schema.triggers)
    await target.db.run(sql`drop trigger if exists ${sql.identifier(name)}`);
  const moved: MovedTable[] = [];
  for (const table of schema.tables) {
    if (rebuiltTables.includes(table.name)) continue;
    const total = await countOf(db, table);
    const digest = new TableDigest(table);
    for await (const rows of readChunks(db, table)) {
      digest.add(rows);
      await insert(target, table, rows);
      onProgress(table.name, digest.count, total);
    }
    moved.push({ table: table.name, rows: digest.count, hash: digest.hash() });
  }
  await target.atomically([
    sql`delete from sqlite_sequence`,
    ...(await db.all<Row>(sql`select name, seq from sqlite_sequence`)).map(
      (row) =>
        sql`insert into sqlite_sequence (name, seq) values (${valueList(row, ["name", "seq"])})`,
    ),
    ...schema.triggers.map((trigger) => sql.raw(trigger.sql)),
    ...searchedTables(schema).map(
      ([table, kind]) => sql`insert or replace into search_pending
        select user_id, ${kind}, id, random() >> 11 from ${sql.identifier(table)} where deleted_at is null`,
    ),
  ]);
  await compare(db, target.db, schema, moved);
  await target.db.run(sql`drop table ${unfinishedTable}`);
  return moved;
}

/** The searched tables, with the number of their kind in the index: what their triggers on inserted rows say. */
function searchedTables({ triggers }: DatabaseSchema): [string, number][] {
  const queues =
    /_search_added` AFTER INSERT ON (\w+) BEGIN\s+INSERT INTO search_pending VALUES \(NEW\.user_id, (\d+)/;
  const found = triggers.flatMap(({ sql: text }) => {
    const [, table, kind] = queues.exec(text) ?? [];
    return table ? [[table, Number(kind)] satisfies [string, number]] : [];
  });
  if (found.length === 0) throw new Error("No trigger that fills search_pending was found.");
  return found;
}

/** Per insert. SQLite's limit is 32,766; a few hundred are as fast. */
const maxValues = 800;

async function insert(target: Driver, { name, columns }: Table, rows: Row[]): Promise<void> {
  const rowsPerInsert = Math.max(1, Math.floor(maxValues / columns.length));
  const names = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  const statements = [];
  for (let i = 0; i < rows.length; i += rowsPerInsert) {
    const tuples = rows.slice(i, i + rowsPerInsert).map((row) => sql`(${valueList(row, columns)})`);
    statements.push(
      sql`insert into ${sql.identifier(name)} (${names}) values ${sql.join(tuples, sql`, `)}`,
    );
  }
  await target.atomically(statements);
}

async function compare(
  from: Db,
  to: Db,
  { tables }: DatabaseSchema,
  moved: MovedTable[],
): Promise<void> {
  for (const { table: name, rows, hash } of moved) {
    const table = tables.find((table) => table.name === name) as Table;
    const digest = new TableDigest(table);
    for await (const chunk of readChunks(to, table)) digest.add(chunk);
    if (digest.count !== rows || digest.hash() !== hash)
      throw new Error(
        `${name} did not arrive as it is: ${digest.count} rows of ${rows}. Move again.`,
      );
    if ((await countOf(from, table)) !== rows)
      throw new Error(`${name} was written to while it was moved. Stop Foothold and move again.`);
  }
}

async function countOf(db: Db, { name }: Table): Promise<number> {
  const [row] = await db.all<{ n: number }>(sql`select count(*) as n from ${sql.identifier(name)}`);
  return row?.n ?? 0;
}

/** Migrates the target to this version's schema and marks it as unfinished. Throws if it holds data. */
async function prepareTarget(to: DatabaseLocation, schema: DatabaseSchema): Promise<void> {
  const before = await openOrCreate(to);
  try {
    if (await hasTable(before.db, unfinishedMove)) await clearTarget(before, schema);
    for (const table of schema.tables) {
      if ((await hasTable(before.db, table.name)) && (await countOf(before.db, table)) > 0)
        throw new Error(`${locationLabel(to)} holds data already. Name an empty database.`);
    }
  } finally {
    before.close();
  }
  await migrateDatabase(to);
  const after = await openOrCreate(to);
  await after.db.run(sql`create table if not exists ${unfinishedTable} (begun integer)`);
  after.close();
}

/** Drops everything in the target. */
async function clearTarget({ db }: Driver, { tables, triggers }: DatabaseSchema): Promise<void> {
  for (const { name } of triggers)
    await db.run(sql`drop trigger if exists ${sql.identifier(name)}`);
  for (const view of ["posting_facts", "posting_spans"])
    await db.run(sql`drop view if exists ${sql.identifier(view)}`);
  await db.run(sql`drop table if exists search_index`);
  for (const { name } of tables.toReversed())
    await db.run(sql`drop table if exists ${sql.identifier(name)}`);
  await db.run(sql`drop table if exists __drizzle_migrations`);
  await db.run(sql`drop table if exists ${unfinishedTable}`);
}
