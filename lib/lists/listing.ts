import "server-only";
import { and, asc, desc, getTableName, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { Invalid } from "../errors.ts";
import { kindNames } from "../kinds.ts";
import type { WireType } from "../records/representation.ts";
import { isMatch, matchingIds, type SearchMatch, searchMatch } from "../search/matching.ts";
import type { Chunks } from "./chunks.ts";
import { type Collection, columnFor, columnsFor } from "./collection.ts";
import { containsText, filtersOf, scalarFields, searchText } from "./filters.ts";
import { jsonList } from "./json-list.ts";
import { type JsonPage, jsonPage } from "./json-page.ts";
import { type Position, requestedPage } from "./paging.ts";

/** `by` is null where rows are ordered by id alone. */
type Order = { name: string; by: SQL | null; down: boolean };
type Row = Record<string, unknown> & { list_order: unknown; list_id: number };
type Page = { limit: number; after?: Position | undefined };
type Select = (only: SQL | undefined, order: Order, limit: number) => Promise<Row[]>;

/** What is asked of a list: its conditions, and how its rows are ordered or ranked. */
type Asked = { list: Collection; where: SQL[]; order: Order; ranked: SearchMatch | null };

/** A list's rows as the API shows them: those of the page that was requested, with the next page's cursor, or all. */
export type ListPage = JsonPage | { json: Chunks; next?: undefined };

/** Filters, searches, orders and pages a list by its query parameters. Throws `Invalid`. */
export async function listPage(
  list: Collection,
  actor: Actor,
  params: URLSearchParams,
  parent: number,
): Promise<ListPage> {
  const where = filtersOf(list, params, actor.time_zone);
  const words = searchText(params);
  const kind = kindNames.find((name) => name === getTableName(list.table));
  const sought = words && kind ? await searchMatch(actor, kind, words) : null;
  const ordering = params.get("ordering") ?? "";
  const ranked = sought && ordering === "" ? sought : null;
  if (words && !ranked) where.push(kind ? isMatch(sought) : containsText(list, words));
  const order = ranked ? byRank : orderOf(list, ordering);
  const page = requestedPage(params, order.name);
  const asked = { list, where, order, ranked };
  if (!page) return { json: await wholeList(asked, actor, parent) };
  return pageOf(asked, actor, parent, page);
}

const termsOf = ({ by, down }: Order) =>
  [...(by ? [by] : []), sql`id`].map((term) => (down ? desc(term) : asc(term)));

/** All rows as JSON: first their ids in order, then the rows in chunks, so that others have their turn in between. */
async function wholeList(asked: Asked, actor: Actor, parent: number): Promise<Chunks> {
  const { list, where, order, ranked } = asked;
  const { table, representation, scope } = list;
  const bound = { user: actor.user_id, parent };
  const idsOf = async (only?: SQL) => {
    const found = getDb()
      .select({ id: sql<number>`id`.as("id") })
      .from(table)
      .where(and(scope, ...where, only))
      .orderBy(...termsOf(order))
      .as("found");
    const ids = sql<string>`json_group_array(${found.id})`;
    const [row] = await getDb().select({ ids }).from(found).prepare().all(bound);
    return JSON.parse(row?.ids ?? "[]") as number[];
  };
  const ids = ranked
    ? [
        ...(await idsOf(rankedBy(ranked, ranked.named))),
        ...(await idsOf(rankedBy(ranked, ranked.rest))),
      ]
    : await idsOf();
  let done = 0;
  const wire = (row: Record<string, unknown>) => representation.one(row, actor.time_zone);
  return jsonList(wire, async (limit) => {
    const chunk = ids.slice(done, done + limit);
    done += limit;
    const rows = await getDb()
      .select({ ...columnsFor(table, representation), list_id: sql<number>`id` })
      .from(table)
      .where(and(scope, sql`id in (select value from json_each(${JSON.stringify(chunk)}))`))
      .prepare()
      .all(bound);
    const byId = new Map(rows.map((row) => [row.list_id, row]));
    return {
      // What was deleted meanwhile is left out.
      rows: chunk.flatMap((id) => byId.get(id) ?? []),
      isLast: done >= ids.length,
    };
  });
}

/** The rows of a page as JSON, read in chunks too: a thousand rows may hold long texts. */
async function pageOf(asked: Asked, actor: Actor, parent: number, page: Page): Promise<JsonPage> {
  const { list, where, order, ranked } = asked;
  const select: Select = (only, { by }, limit) =>
    getDb()
      .select({
        ...columnsFor(list.table, list.representation),
        list_order: by ?? sql`id`,
        list_id: sql<number>`id`,
      })
      .from(list.table)
      .where(and(list.scope, ...where, only))
      .orderBy(...termsOf(order))
      .limit(limit)
      .prepare()
      .all({ user: actor.user_id, parent });
  return jsonPage(page, {
    order: order.name,
    read: (chunk) => (ranked ? rank(ranked, select, chunk) : inOrder(order, select, chunk)),
    positionOf: ({ list_order, list_id }) => ({
      value: list_order as Position["value"],
      id: list_id,
    }),
    wire: (row: Row) => list.representation.one(row, actor.time_zone),
    // A row with JSON of any length may have a megabyte.
    first: list.hasJson ? 1 : undefined,
  });
}

const rankedBy = (sought: SearchMatch, match: string) => sql`+id in ${matchingIds(sought, match)}`;

const inOrder = (order: Order, select: Select, page: Page) =>
  select(page.after && beyond(order, page.after), order, page.limit + 1);

/** Ranking: matches by name (1) before the others (0), the latest first in each. */
const byRank: Order = { name: "rank", by: null, down: true };

async function rank(sought: SearchMatch, select: Select, page: Page): Promise<Row[]> {
  const rows: Row[] = [];
  const wanted = page.limit + 1;
  for (const [value, match] of [
    [1, sought.named],
    [0, sought.rest],
  ] as const) {
    if (page.after && Number(page.after.value) < value) continue;
    const behind = page.after?.value === value ? sql`id < ${page.after.id}` : sql`true`;
    const only = sql`${rankedBy(sought, match)} and ${behind}`;
    const found = await select(only, byRank, wanted - rows.length);
    for (const row of found) rows.push({ ...row, list_order: value });
    if (rows.length === wanted) break;
  }
  return rows;
}

function beyond({ by, down }: Order, { value, id }: Position): SQL {
  return sql`(${by ?? sql`id`}, id) ${sql.raw(down ? "<" : ">")} (${value}, ${id})`;
}

/** The order of `ordering=field` or `ordering=-field`: case-insensitive for text, ties by id. */
function orderOf(list: Collection, ordering: string): Order {
  const down = ordering.startsWith("-");
  const name = ordering.replace(/^-/, "") || "id";
  const type = scalarFields(list).find(([field]) => field === name)?.[1];
  if (!type) throw new Invalid({ ordering: ["There is no such field to order by."] });
  const by = sortable(columnFor(list.table, name), type);
  return { name: down ? `-${name}` : name, by, down };
}

// Keyset paging compares values, and null compares with nothing: it counts as the least value.
function sortable(column: SQLiteColumn, type: WireType): SQL {
  const least = type === "integer" ? sql.raw(String(Number.MIN_SAFE_INTEGER)) : sql.raw("''");
  const value = column.notNull ? sql`${column}` : sql`coalesce(${column}, ${least})`;
  return type === "text" ? sql`${value} collate nocase` : value;
}
