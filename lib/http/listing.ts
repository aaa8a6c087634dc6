import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../auth/actor.ts";
import { Invalid } from "../errors.ts";
import { type Collection, columnsFor, columnsOf } from "./collection.ts";
import { filtersOf, scalarFields } from "./filters.ts";
import type { Answer } from "./operation.ts";
import { cursorTo, type Position, pageAsked, pageLinks } from "./paging.ts";
import { columnOf, type Kind } from "./representation.ts";

type Call = { actor: Actor; url: URL };
type Order = { name: string; by: SQL; down: boolean };

/**
 * Answers a list: complete, as documented, or filtered, ordered and in pages as the query says. A page says
 * where the next one is in its Link header (RFC 8288).
 */
export async function listing(list: Collection, { actor, url }: Call, parent = 0): Promise<Answer> {
  const params = url.searchParams;
  if (params.size === 0) return { status: 200, ...(await list.all(actor, parent)) };
  const where = filtersOf(list, params, actor.time_zone);
  const order = orderOf(list, params.get("ordering") ?? "");
  const page = pageAsked(params, order.name);
  const rows = await getDb()
    .select({
      ...columnsFor(list.table, list.representation),
      list_order: order.by,
      list_id: sql<number>`id`,
    })
    .from(list.table)
    .where(and(list.scope, ...where, page?.after && beyond(order, page.after)))
    .orderBy(order.down ? sql`${order.by} desc, id desc` : sql`${order.by}, id`)
    .limit(page ? page.limit + 1 : -1)
    .prepare()
    .all({ user: actor.user_id, parent });
  const shown = page ? rows.slice(0, page.limit) : rows;
  const body = shown.map((row) => list.representation.one(row, actor.time_zone));
  return {
    status: 200,
    body,
    headers: page ? pageLinks(url, nextCursor(order, rows, shown)) : {},
  };
}

function nextCursor(
  order: Order,
  rows: unknown[],
  shown: { list_order: unknown; list_id: number }[],
): string | null {
  const last = shown.at(-1);
  if (!last || rows.length === shown.length) return null;
  return cursorTo(order.name, last.list_order as string | number, last.list_id);
}

function beyond({ by, down }: Order, { value, id }: Position): SQL {
  return sql`(${by}, id) ${sql.raw(down ? "<" : ">")} (${value}, ${id})`;
}

/** The order that `ordering=field` or `ordering=-field` asks for; text as people sort it, by id where equal. */
function orderOf(list: Collection, ordering: string): Order {
  const down = ordering.startsWith("-");
  const name = ordering.replace(/^-/, "") || "id";
  const kind = scalarFields(list).find(([field]) => field === name)?.[1];
  const column = columnsOf(list.table)[columnOf(name)];
  if (!kind || !column) throw new Invalid({ ordering: ["There is no such field to order by."] });
  return { name: down ? `-${name}` : name, by: sortable(column, kind), down };
}

// A page begins behind a value, and nothing lies behind null: it counts as less than all others.
function sortable(column: SQLiteColumn, kind: Kind): SQL {
  const least = kind === "integer" ? sql.raw(String(Number.MIN_SAFE_INTEGER)) : sql.raw("''");
  const value = column.notNull ? sql`${column}` : sql`coalesce(${column}, ${least})`;
  return kind === "text" ? sql`${value} collate nocase` : value;
}
