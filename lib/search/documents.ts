import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { type KindName, kindOf, kinds } from "../kinds.ts";
import { searchedOf } from "../records/derive.ts";
import type { Fields } from "../records/fields.ts";
import type { Kind } from "../records/kind.ts";
import { plainText } from "../rich-text-words.ts";
import { indexWords, isDense, partsOf } from "./words.ts";

/** Row ids in the index: a row of the kind with number n has the id n times this plus its own. */
export const rowidsPerKind = 2 ** 48;

/** The searchable texts of a row: its names (empty ones included), and all other texts. */
export type Texts = { names: string[]; rest: string[] };

type Row = Record<string, unknown>;

// Characters of a row that are indexed at most.
const maxTextLength = 100_000;

type Searched = { names: string[]; rest: string[]; json: Set<string>; rich: Set<string> };

const isRich = (field?: Fields[string]) =>
  field !== undefined && "input" in field && field.input === "rich";

const searched = new Map<KindName, Searched>(
  kinds.map(({ name, fields, search }: Kind & { name: KindName }) => {
    const { names, texts } = searchedOf(fields);
    const others = Object.entries(search.joined ?? {});
    const joined = others.flatMap(([name, { order }]) =>
      order === "name" ? [] : [{ name, order }],
    );
    for (const [name, { order }] of others) if (order === "name") names.push(name);
    const rest = [...texts, ...joined].sort((a, b) => a.order - b.order).map(({ name }) => name);
    const json = new Set(rest.filter((name) => fields[name]?.wire === "json"));
    const rich = new Set(rest.filter((name) => isRich(fields[name])));
    return [name, { names, rest, json, rich }];
  }),
);

function searchedTexts(kind: KindName): Searched {
  const found = searched.get(kind);
  if (!found) throw new Error(`${kind} is not searched`);
  return found;
}

/** The searchable texts of rows by id, without the trash. The caller must have checked the owner. */
export async function readTexts(kind: KindName, ids: number[]): Promise<Map<number, Texts>> {
  if (ids.length === 0) return new Map();
  const { names, rest } = searchedTexts(kind);
  const joined = kindOf(kind).search.joined ?? {};
  const columns = [...names, ...rest].map((name) =>
    joined[name]
      ? sql`${joined[name].value} as ${sql.identifier(name)}`
      : sql`t.${sql.identifier(name)}`,
  );
  const rows = await getDb().all<{
    id: number;
  }>(sql`select ${sql.join([sql`t.id`, ...columns], sql`, `)}
    from ${sql.identifier(kind)} t
    where t.id in (select value from json_each(${JSON.stringify(ids)})) and t.deleted_at is null`);
  return new Map(rows.map((row) => [row.id, textsOf(kind, row)]));
}

/** The plain texts of a raw row, whose JSON columns are still strings. */
export function textsOf(kind: KindName, row: Row): Texts {
  const { names, rest, json, rich } = searchedTexts(kind);
  const read = (name: string) => {
    const value = row[name];
    if (typeof value !== "string" || value === "") return [];
    if (json.has(name)) return stringsIn(value);
    return [rich.has(name) ? wordsOf(value) : oneLine(value)];
  };
  return {
    names: names.map((name) => oneLine(String(row[name] ?? ""))),
    rest: rest.flatMap(read),
  };
}

const wordsOf = (text: string, length = maxTextLength) => plainText(text.slice(0, length));

/** A text that is no rich text: "<" means nothing in it. */
const oneLine = (text: string) => text.slice(0, maxTextLength).replace(/\s+/g, " ").trim();

/** The strings in a JSON value up to that length, without ids and timestamps; the text itself where it is not JSON. */
function stringsIn(json: string): string[] {
  const found: string[] = [];
  let left = maxTextLength;
  const walk = (value: unknown, key = "") => {
    if (left <= 0) return;
    if (typeof value === "string") {
      if (key === "id" || key === "commented_at") return;
      found.push(wordsOf(value, left));
      left -= value.length;
    } else if (typeof value === "number") found.push(String(value));
    else if (Array.isArray(value)) for (const entry of value) walk(entry);
    else if (value) for (const [name, entry] of Object.entries(value)) walk(entry, name);
  };
  try {
    walk(JSON.parse(json));
  } catch {
    return [oneLine(json)];
  }
  return found;
}

/** The FTS5 document of a row; each term is prefixed with its owner. */
export type Document = { name: string; text: string; parts: string };

/** The prefix of every term of a person, so that nobody's rows slow down another's search. */
export const ownerPrefix = (userId: number): string => `${userId.toString(36)}·`;

/** Builds the FTS5 document of a row from its texts. */
export function documentOf(userId: number, { names, rest }: Texts): Document {
  const mark = ownerPrefix(userId);
  const write = (terms: Iterable<string>) => Array.from(terms, (term) => mark + term).join(" ");
  const called = names.flatMap(indexWords);
  const said = indexWords(rest.join(" ").slice(0, maxTextLength));
  return {
    name: write(new Set(called)),
    text: write(new Set(said.flatMap((word) => (isDense(word) ? [word, ...pairs(word)] : [word])))),
    parts: write(called.flatMap(namePartsOf)),
  };
}

const pairs = (word: string) => partsOf(word, 2);

// Prefixes stand between the n-grams of two words, so that no phrase of n-grams spans both.
function namePartsOf(word: string): string[] {
  if (isDense(word)) return [word.slice(0, 1), ...pairs(word)];
  return [word.slice(0, 1), word.slice(0, 2), ...partsOf(word, 3)];
}
