import { existsSync, rmSync } from "node:fs";
import { sql } from "drizzle-orm";
import type { Db, Driver } from "../drivers/driver.ts";
import { openOrCreate } from "../drivers/open.ts";
import { type DatabaseLocation, locationLabel } from "../location.ts";
import { isCurrent, migrateDatabase } from "../migrate.ts";
import { piecesOf, type Row, Tally, values } from "./rows.ts";
import { currentShape, type Shape, type Table } from "./tables.ts";

export type Moved = { table: string; rows: number; hash: string };
type Progress = (table: string, done: number, of: number) => void;

/** What the search makes anew from the rows, so it is neither copied nor compared. */
const madeAnew = ["search_pending"];

/** Stands in the target until all is there and checked: nothing serves from half a database. */
const mark = sql.identifier("__unfinished_move");

/**
 * Copies a database into an empty one, whatever drives either, and compares every table's count and hash.
 * Whatever goes wrong leaves the target empty; what a broken-off move left is cleared by the next. Throws.
 */
export async function moveDatabase(
  from: DatabaseLocation,
  to: DatabaseLocation,
  told: Progress,
): Promise<Moved[]> {
  if (locationLabel(from) === locationLabel(to)) throw new Error("Both are the same database.");
  if ("path" in from && !existsSync(from.path))
    throw new Error(`There is no database at ${from.path}.`);
  const shape = await currentShape();
  const source = await openOrCreate(from);
  const made = "path" in to && !existsSync(to.path);
  try {
    await needVersion(source.db, locationLabel(from));
    await makeReady(to, shape);
    const target = await openOrCreate(to);
    try {
      return await copied(source.db, target, shape, told);
    } catch (error) {
      // Where the target is away by now, the next move clears it.
      await cleared(target, shape).catch(() => undefined);
      throw error;
    } finally {
      target.close();
    }
  } catch (error) {
    if (made && "path" in to)
      for (const end of ["", "-wal", "-shm"]) rmSync(to.path + end, { force: true });
    throw error;
  } finally {
    source.close();
  }
}

async function copied(db: Db, target: Driver, shape: Shape, told: Progress): Promise<Moved[]> {
  for (const { name } of shape.triggers)
    await target.db.run(sql`drop trigger if exists ${sql.identifier(name)}`);
  const moved: Moved[] = [];
  for (const table of shape.tables) {
    if (madeAnew.includes(table.name)) continue;
    const of = await countOf(db, table);
    const tally = new Tally(table);
    for await (const rows of piecesOf(db, table)) {
      tally.add(rows);
      await insert(target, table, rows);
      told(table.name, tally.count, of);
    }
    moved.push({ table: table.name, rows: tally.count, hash: tally.digest() });
  }
  await target.atomically([
    sql`delete from sqlite_sequence`,
    ...(await db.all<Row>(sql`select name, seq from sqlite_sequence`)).map(
      (row) =>
        sql`insert into sqlite_sequence (name, seq) values (${values(row, ["name", "seq"])})`,
    ),
    ...shape.triggers.map((trigger) => sql.raw(trigger.sql)),
    ...["job_posting", "job_site", "email_opportunity"].map(
      (table, kind) => sql`insert or replace into search_pending
        select user_id, ${kind}, id, random() >> 11 from ${sql.identifier(table)} where deleted_at is null`,
    ),
  ]);
  await compare(db, target.db, shape, moved);
  await target.db.run(sql`drop table ${mark}`);
  return moved;
}

/** SQLite takes 32,766 values in a statement; a few hundred are as quick. */
const mostValues = 800;

async function insert(target: Driver, { name, columns }: Table, rows: Row[]): Promise<void> {
  const each = Math.max(1, Math.floor(mostValues / columns.length));
  const names = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  const statements = [];
  for (let i = 0; i < rows.length; i += each) {
    const some = rows.slice(i, i + each).map((row) => sql`(${values(row, columns)})`);
    statements.push(
      sql`insert into ${sql.identifier(name)} (${names}) values ${sql.join(some, sql`, `)}`,
    );
  }
  await target.atomically(statements);
}

async function compare(from: Db, to: Db, { tables }: Shape, moved: Moved[]): Promise<void> {
  for (const { table: name, rows, hash } of moved) {
    const table = tables.find((one) => one.name === name) as Table;
    const tally = new Tally(table);
    for await (const piece of piecesOf(to, table)) tally.add(piece);
    if (tally.count !== rows || tally.digest() !== hash)
      throw new Error(
        `${name} did not arrive as it is: ${tally.count} rows of ${rows}. Move again.`,
      );
    if ((await countOf(from, table)) !== rows)
      throw new Error(`${name} was written to while it was moved. Stop Foothold and move again.`);
  }
}

async function countOf(db: Db, { name }: Table): Promise<number> {
  const [row] = await db.all<{ n: number }>(sql`select count(*) as n from ${sql.identifier(name)}`);
  return row?.n ?? 0;
}

async function needVersion(db: Db, name: string): Promise<void> {
  if (!(await isCurrent(db)))
    throw new Error(`${name} is of another version. Start this Foothold on it once, or update it.`);
}

/** Brings the target to this version's schema, with the mark in it. Throws where it holds anything. */
async function makeReady(to: DatabaseLocation, shape: Shape): Promise<void> {
  const before = await openOrCreate(to);
  const has = (table: string) =>
    before.db.all(sql`select 1 from sqlite_schema where type = 'table' and name = ${table}`);
  try {
    if ((await has("__unfinished_move")).length > 0) await cleared(before, shape);
    for (const table of shape.tables) {
      if ((await has(table.name)).length > 0 && (await countOf(before.db, table)) > 0)
        throw new Error(`${locationLabel(to)} holds data already. Name an empty database.`);
    }
  } finally {
    before.close();
  }
  await migrateDatabase(to);
  const after = await openOrCreate(to);
  await after.db.run(sql`create table if not exists ${mark} (begun integer)`);
  after.close();
}

/** Takes everything out of the target again. */
async function cleared({ db }: Driver, { tables, triggers }: Shape): Promise<void> {
  for (const { name } of triggers)
    await db.run(sql`drop trigger if exists ${sql.identifier(name)}`);
  for (const view of ["posting_facts", "posting_spans"])
    await db.run(sql`drop view if exists ${sql.identifier(view)}`);
  await db.run(sql`drop table if exists search_index`);
  for (const { name } of tables.toReversed())
    await db.run(sql`drop table if exists ${sql.identifier(name)}`);
  await db.run(sql`drop table if exists __drizzle_migrations`);
  await db.run(sql`drop table if exists ${mark}`);
}
