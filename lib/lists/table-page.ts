import "server-only";
import { asc, desc, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import { type KindName, kindOf } from "../kinds.ts";
import { isMatch, isNameMatch, type SearchMatch, searchMatch } from "../search/matching.ts";
import { excerptsOf } from "../search/queries.ts";
import { type Sorting, sortDirection } from "./table-filter.ts";

export type Range = { limit: number; offset: number };
type Filter<S extends string> = {
  q: string;
  sort: S | "best";
  dir?: "asc" | "desc";
  page: number;
  rows: number;
};

/** A table's filter as parts of a database query. */
export type TableQuery = {
  match: SearchMatch | null;
  /** condition: the row matches the search; undefined without one */
  found: SQL | undefined;
  order: SQL[];
  range: Range;
};

/** Turns a table's filter into condition, order and range. */
export async function tableQuery<S extends string>(
  actor: Actor,
  kind: KindName,
  filter: Filter<S>,
  { sorting, columns }: { sorting: Sorting<S>; columns: Record<S, SQL> },
): Promise<TableQuery> {
  const { id } = kindOf(kind).table;
  const match = filter.q ? await searchMatch(actor, kind, filter.q) : null;
  const sort = filter.sort === "best" ? sorting.usual : filter.sort;
  const order = sortDirection(sorting, { ...filter, sort }) === "desc" ? desc : asc;
  const value = columns[sort];
  const lacking = sorting.sparse?.includes(sort) ? [sql`${value} is null`] : [];
  const best = match && filter.sort === "best" ? [desc(isNameMatch(match, id))] : [];
  return {
    match,
    found: filter.q ? isMatch(match, id) : undefined,
    order: [...best, ...lacking, order(value), order(id)],
    range: { limit: filter.rows, offset: (filter.page - 1) * filter.rows },
  };
}

/**
 * A page of a table: the rows, each with an excerpt where its names alone do not show why it matched, the count of
 * all that fit, and the words that were searched.
 */
export async function tablePage<Row extends { id: number }>(
  match: SearchMatch | null,
  rows: Row[],
  total: number,
) {
  const ids = rows.map(({ id }) => id);
  const excerpts = await excerptsOf(match, ids);
  return {
    rows: rows.map((row) => ({ ...row, excerpt: excerpts.get(row.id) })),
    total,
    words: match?.words ?? [],
  };
}
