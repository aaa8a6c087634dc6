import "server-only";
import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { type KindName, kindOf } from "../kinds.ts";
import { indexOwnChanges } from "./commands.ts";
import { ownerPrefix, rowidsPerKind } from "./documents.ts";
import { isDense, partsOf, queryWords } from "./words.ts";

/** More words than these are not looked at. */
const maxWords = 8;

type Where = "names" | "anywhere";

/** What the index is asked for a person's rows that have all the words of a text; null where it has none. */
export type SearchMatch = {
  kind: KindName;
  words: string[];
  /** has each word somewhere: an expression of the index */
  any: string;
  /** has each word in what it is called: these come first */
  named: string;
  /** the others */
  rest: string;
};

/** Prepares a search, and brings the index up to what the person wrote before it. */
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

/** A word as a whole, or as the part of a name. Of longer words it may be the beginning where it is the last one: half typed. */
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

/** The first and the last number that rows of a kind may have in the index. */
function rowidsOf(kind: KindName): [from: number, to: number] {
  const from = kindOf(kind).search.number * rowidsPerKind;
  return [from, from + rowidsPerKind - 1];
}

/** The ids of the rows that an expression finds, as a subquery. */
export function matchingIds({ kind }: SearchMatch, match: string): SQL {
  const [from, to] = rowidsOf(kind);
  return sql`(select rowid - ${from} from search_index where search_index match ${match}
    and rowid between ${from} and ${to})`;
}

/** Whether a row is found: for where clauses that name its person, whose rows are looked through by their own index. */
export const isMatch = (sought: SearchMatch | null, id: SQLWrapper = sql`id`): SQL =>
  sought ? sql`+${id} in ${matchingIds(sought, sought.any)}` : sql`false`;

/** Whether a row has all the words in its names, to put these first. */
export const isNameMatch = (sought: SearchMatch, id: SQLWrapper = sql`id`): SQL<number> =>
  sql<number>`(${id} in ${matchingIds(sought, sought.named)})`;

/** The person's best rows, those that are called so first and then the latest: their ids. */
export async function bestMatches(
  actor: Actor,
  sought: SearchMatch,
  most: number,
): Promise<number[]> {
  const named = await latestMatches(actor, sought, sought.named, most);
  if (named.length === most) return named;
  return [...named, ...(await latestMatches(actor, sought, sought.rest, most - named.length))];
}

// Read backwards along the index until there are enough: the words' other rows cost nothing.
async function latestMatches(actor: Actor, { kind }: SearchMatch, match: string, most: number) {
  const [from, to] = rowidsOf(kind);
  const rows = await getDb().all<{ id: number }>(sql`select t.id
    from search_index s cross join ${sql.identifier(kind)} t
    where s.search_index match ${match} and s.rowid between ${from} and ${to}
      and t.id = s.rowid - ${from} and t.user_id = ${actor.user_id} and t.deleted_at is null
    order by s.rowid desc limit ${most}`);
  return rows.map(({ id }) => id);
}
