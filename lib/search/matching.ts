import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { type KindName, kindOf } from "../kinds.ts";
import { indexOwnChanges } from "./commands.ts";
import { ownerPrefix, rowidsPerKind } from "./documents.ts";
import { isDense, partsOf, queryWords } from "./words.ts";

/** Words of a query that are used; the rest are ignored. */
const maxWords = 8;

type Where = "names" | "anywhere";

/** A prepared full-text query of one person over one kind of thing. */
export type SearchMatch = {
  kind: KindName;
  words: string[];
  /** FTS5 expression: rows that have every word somewhere */
  any: string;
  /** rows that have every word in their names: these rank first */
  named: string;
  /** all other matches */
  rest: string;
};

/** Prepares a full-text query after bringing the index up to date. Null where the text has no words. */
export async function searchMatch(
  actor: Actor,
  kind: KindName,
  text: string,
): Promise<SearchMatch | null> {
  const words = queryWords(text).slice(0, maxWords);
  if (words.length === 0) return null;
  await indexOwnChanges(actor);
  const [any, named] = [expression(actor, words, "anywhere"), expression(actor, words, "names")];
  return { kind, words, any, named, rest: `(${any}) NOT (${named})` };
}

const expression = (actor: Actor, words: string[], place: Where) =>
  words
    .map((word, at) =>
      wordExpression(ownerPrefix(actor.user_id), word, at === words.length - 1, place),
    )
    .join(" AND ");

/** FTS5 expression for one word: whole, or as an n-gram of a name. The last word also matches as a prefix: it may be half typed. */
function wordExpression(mark: string, word: string, last: boolean, place: Where): string {
  const term = (text: string) => `"${mark}${text}"`;
  const size = Array.from(word).length;
  const begins = last && (size > 2 || isDense(word)) ? " *" : "";
  const either = [`${place === "names" ? "name" : "{name text}"} : ${term(word)}${begins}`];
  if (isDense(word)) {
    const pairs = size === 1 ? [`${term(word)} *`] : partsOf(word, 2).map(term);
    either.push(`parts : ${pairs.join(" + ")}`);
    if (place === "anywhere") either.push(`text : (${pairs.join(" AND ")})`);
  } else {
    either.push(`parts : ${size < 3 ? term(word) : partsOf(word, 3).map(term).join(" + ")}`);
  }
  return `(${either.join(" OR ")})`;
}

/** The range of row ids of a kind in the index. */
function rowidsOf(kind: KindName): [from: number, to: number] {
  const from = kindOf(kind).search.number * rowidsPerKind;
  return [from, from + rowidsPerKind - 1];
}

/** Subquery: the ids of the rows that an expression matches. */
export function matchingIds({ kind }: SearchMatch, match: string): SQL {
  const [from, to] = rowidsOf(kind);
  return sql`(select rowid - ${from} from search_index where search_index match ${match}
    and rowid between ${from} and ${to})`;
}

/** Condition: the row matches. For where clauses that also name the owner, so that the owner's index is scanned. */
export const isMatch = (sought: SearchMatch | null, id: SQLWrapper = sql`id`): SQL =>
  sought ? sql`+${id} in ${matchingIds(sought, sought.any)}` : sql`false`;

/** Condition: the row has every word in its names. For ranking. */
export const isNameMatch = (sought: SearchMatch, id: SQLWrapper = sql`id`): SQL<number> =>
  sql<number>`(${id} in ${matchingIds(sought, sought.named)})`;

/** The ids of the best matches: those by name first, then the latest. */
export async function bestMatches(
  actor: Actor,
  sought: SearchMatch,
  most: number,
): Promise<number[]> {
  const named = await latestMatches(actor, sought, sought.named, most);
  if (named.length === most) return named;
  return [...named, ...(await latestMatches(actor, sought, sought.rest, most - named.length))];
}

// Scans the index backwards and stops at the limit, so that common words stay cheap.
async function latestMatches(actor: Actor, { kind }: SearchMatch, match: string, most: number) {
  const [from, to] = rowidsOf(kind);
  const rows = await getDb().all<{ id: number }>(sql`select t.id
    from search_index s cross join ${sql.identifier(kind)} t
    where s.search_index match ${match} and s.rowid between ${from} and ${to}
      and t.id = s.rowid - ${from} and t.user_id = ${actor.user_id} and t.deleted_at is null
    order by s.rowid desc limit ${most}`);
  return rows.map(({ id }) => id);
}
