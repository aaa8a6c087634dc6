import "server-only";
import { and, asc, eq, getTableColumns, isNull, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { prepared } from "../../db/prepared.ts";
import type { emailOpportunity, jobPosting, jobSite } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { formatInstant } from "../dates.ts";
import { columnOf, type Representation } from "./representation.ts";

type OwnedTable = typeof jobSite | typeof jobPosting | typeof emailOpportunity;

/** Rows of one table that belong to the actor and are not in the trash, as one representation. */
export type Collection = {
  table: OwnedTable;
  representation: Representation;
  /** narrows it further; may use `sql.placeholder("parent")` */
  only?: SQL;
  /** all of them by id, as JSON */
  all: (actor: Actor, parent?: number) => Promise<string>;
};

/** Declares a collection. */
export function collection(
  table: OwnedTable,
  representation: Representation,
  only?: SQL,
): Collection {
  const free = representation.fields.some(([, kind]) => kind === "json");
  const all = free ? fromRows : fromSqlite;
  return { table, representation, only, all: all(table, representation, only) };
}

const ofActor = (table: OwnedTable, only?: SQL) =>
  and(eq(table.user_id, sql.placeholder("user")), isNull(table.deleted_at), only);

/**
 * The list as SQLite itself writes it, which is much faster than rows that become objects that become text;
 * only the date-times are set into the zone here.
 */
function fromSqlite(table: OwnedTable, representation: Representation, only?: SQL) {
  const list = prepared((db) => {
    const rows = db
      .select({ wire: wireObject(table, representation).as("wire") })
      .from(table)
      .where(ofActor(table, only))
      .orderBy(asc(table.id))
      .as("rows");
    const text = sql<string>`'[' || coalesce(group_concat(${rows.wire}, ','), '') || ']'`;
    return db.select({ text }).from(rows).prepare();
  });
  const inZone = zoned(representation);
  return async (actor: Actor, parent = 0) => {
    const row = await list().get({ user: actor.user_id, parent });
    return inZone(row?.text ?? "[]", actor.time_zone);
  };
}

function fromRows(table: OwnedTable, representation: Representation, only?: SQL) {
  const list = prepared((db) =>
    db.select().from(table).where(ofActor(table, only)).orderBy(asc(table.id)).prepare(),
  );
  return async (actor: Actor, parent = 0) => {
    const rows = await list().all({ user: actor.user_id, parent });
    return JSON.stringify(rows.map((row) => representation.one(row, actor.time_zone)));
  };
}

/** The row as a JSON text, with its date-times as they are stored. */
function wireObject(table: OwnedTable, { fields }: Representation): SQL<string> {
  const all: Record<string, SQLiteColumn> = getTableColumns(table);
  const pairs = fields.map(([name, kind]) => {
    const column = all[columnOf(name)];
    if (!column || kind === "sealed") throw new Error(`${name} cannot be listed`);
    const key = sql.raw(`'${name}'`);
    if (kind === "boolean") return sql`${key}, json(iif(${column}, 'true', 'false'))`;
    if (kind === "json") return sql`${key}, json(${column})`;
    return sql`${key}, ${column}`;
  });
  return sql<string>`json_object(${sql.join(pairs, sql`, `)})`;
}

const storedLength = "2024-05-01T17:00:00.000000Z".length;

/**
 * Sets the date-times of a JSON text into a zone. They are known by their keys: inside a text a quotation mark
 * is escaped, so no text looks like one. A representation with free JSON in it could, and needs its rows read.
 */
function zoned({ fields }: Representation): (json: string, zone: string) => string {
  const instants = fields.filter(([, kind]) => kind === "instant").map(([name]) => name);
  const marks = fields.filter(([name]) => name.endsWith("_at")).map(([name]) => name);
  if (fields.some(([, kind]) => kind === "json") || String(instants) !== String(marks)) {
    throw new Error("this representation's date-times cannot be told from its texts");
  }
  return (json, zone) => {
    const parts = json.split('_at":"');
    for (let i = 1; i < parts.length; i++) {
      const part = parts[i] ?? "";
      parts[i] = formatInstant(part.slice(0, storedLength), zone) + part.slice(storedLength);
    }
    return parts.join('_at":"');
  };
}
