import "server-only";
import { and, asc, count, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { preparedQuery } from "../../db/prepared-query.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { formatInstant } from "../dates.ts";
import { live, type OwnedTable } from "../records/conditions.ts";
import { columnOf, type Representation, type WireType } from "../records/representation.ts";
import { yieldEvery } from "../runtime/event-loop.ts";
import { FittingRows } from "../runtime/fitting-rows.ts";
import type { Chunks } from "./chunks.ts";
import { jsonList } from "./json-list.ts";

/** A list of the API: the rows of one table, in one representation. */
export type Collection = {
  table: SQLiteTable;
  /** condition of the rows; may use the placeholders `user` (the actor) and `parent` (the id in the path) */
  scope: SQL | undefined;
  representation: Representation;
  /** its scalar fields are the list's filters and orderings */
  fields: Representation;
  /** whether a field of its rows is JSON of any kind and length */
  hasJson: boolean;
  /** the whole list by id, as JSON chunks */
  all: (actor: Actor, parent: number) => Promise<Chunks>;
};

/** Declares a collection. */
export function collection(declared: Declared): Collection {
  const has = (wanted: WireType) =>
    declared.representation.fields.some(([, type]) => type === wanted);
  const hasJson = has("json");
  const all = hasJson || has("zone") ? fromRows(declared) : fromSqlite(declared);
  return { ...declared, hasJson, all };
}

/** Declares a list of a kind's rows that are not in the trash; `only` narrows it. */
export const liveCollection = (
  table: OwnedTable,
  fields: Representation,
  representation = fields,
  only?: SQL,
) => collection({ table, scope: and(live(table), only), representation, fields });

/** The column of a field. Throws where the table has none. */
export function columnFor(table: SQLiteTable, field: string): SQLiteColumn {
  const columns: Record<string, SQLiteColumn> = getTableColumns(table);
  const column = columns[columnOf(field)];
  if (!column) throw new Error(`there is no column for ${field}`);
  return column;
}

/** The columns that a representation is made of. */
export const columnsFor = (table: SQLiteTable, { fields }: Representation) =>
  Object.fromEntries(fields.map(([name]) => [columnOf(name), columnFor(table, name)]));

const encoder = new TextEncoder();

type Declared = Omit<Collection, "all" | "hasJson">;
type Make = Collection["all"];

/** Rows per chunk, so that a long list takes little more memory than its bytes; few where they hold long texts. */
const rowsPerChunk = { first: 100, least: 2, most: 500 };

/**
 * Lets SQLite serialise the list to JSON, which is much faster than building objects;
 * only the date-times are converted to the zone here.
 */
function fromSqlite({ table, representation, scope }: Declared): Make {
  const list = preparedQuery((db) => {
    const rows = db
      .select({ id: sql<number>`id`.as("id"), wire: wireObject(table, representation).as("wire") })
      .from(table)
      .where(and(scope, sql`id > ${sql.placeholder("after")}`))
      .orderBy(asc(sql`id`))
      .limit(sql.placeholder("limit"))
      .as("rows");
    const text = sql<string | null>`group_concat(${rows.wire}, ',')`;
    return db
      .select({ text, last: sql<number>`max(${rows.id})`, size: count() })
      .from(rows)
      .prepare();
  });
  const inZone = zoned(representation);
  return async (actor, parent) => {
    const pieces: Chunks = [];
    const size = new FittingRows(rowsPerChunk);
    const yieldIfLong = yieldEvery();
    for (let after = 0; ; ) {
      const limit = size.rows;
      const found = await size.measure(() =>
        list().get({ user: actor.user_id, parent, after, limit }),
      );
      const last = !found || found.size < limit;
      const text = found?.text ? inZone(found.text, actor.time_zone) : "";
      const begun = text && after > 0 ? "," : after > 0 ? "" : "[";
      pieces.push(encoder.encode(`${begun}${text}${last ? "]" : ""}`));
      if (last) break;
      await yieldIfLong();
      after = found.last;
    }
    return pieces;
  };
}

function fromRows(declared: Declared): Make {
  const { table, representation, scope } = declared;
  const list = preparedQuery((db) =>
    db
      .select({ ...columnsFor(table, representation), list_id: sql<number>`id`.as("list_id") })
      .from(table)
      .where(and(scope, sql`id > ${sql.placeholder("after")}`))
      .orderBy(asc(sql`id`))
      .limit(sql.placeholder("limit"))
      .prepare(),
  );
  return (actor, parent) => {
    let after = 0;
    const wire = (row: Record<string, unknown>) => representation.one(row, actor.time_zone);
    return jsonList(
      wire,
      async (limit) => {
        const rows = await list().all({ user: actor.user_id, parent, after, limit });
        after = Number(rows.at(-1)?.list_id ?? 0);
        return { rows, isLast: rows.length < limit };
      },
      1,
    );
  };
}

/** SQL that serialises a row to JSON, with date-times as they are stored. */
function wireObject(table: SQLiteTable, { fields }: Representation): SQL<string> {
  const pairs = fields.map(([name, type]) => {
    const column = columnFor(table, name);
    if (type === "sealed" || type === "json" || type === "zone")
      throw new Error(`${name} cannot be listed`);
    const key = sql.raw(`'${name}'`);
    if (type === "boolean") return sql`${key}, json(iif(${column}, 'true', 'false'))`;
    return sql`${key}, ${column}`;
  });
  return sql<string>`json_object(${sql.join(pairs, sql`, `)})`;
}

const storedLength = "2024-05-01T17:00:00.000000Z".length;

/**
 * Converts the date-times of a JSON text to a zone. They are found by their keys: inside a string a quote
 * is escaped, so no string looks like one. Free JSON could, so lists with it are built from rows.
 */
function zoned({ fields }: Representation): (json: string, zone: string) => string {
  const instants = fields.filter(([, type]) => type === "instant").map(([name]) => name);
  const marks = fields.filter(([name]) => name.endsWith("_at")).map(([name]) => name);
  if (String(instants) !== String(marks)) {
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
