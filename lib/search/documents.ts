import { type KindName, kinds } from "../kinds.ts";
import { searchedOf } from "../records/derive.ts";
import type { Kind } from "../records/kind.ts";
import { isMarkup } from "../rich-text-plain.ts";
import { isDense, partsOf, wordsOf } from "./words.ts";

/** Rows of the kind number n have the numbers from n times this in the index. */
export const rowidsPerKind = 2 ** 48;

/** The texts of a row: what it is called, blanks included, and all else that is said about it. */
export type Texts = { names: string[]; rest: string[] };

type Row = Record<string, unknown>;

// So much of a row is indexed; nobody reads more of a description than that.
const maxTextLength = 100_000;

type Searched = { names: string[]; rest: string[]; json: Set<string> };

const searched = new Map<KindName, Searched>(
  kinds.map(({ name, fields, search }: Kind & { name: KindName }) => {
    const { names, texts } = searchedOf(fields);
    const joined = Object.entries(search.joined ?? {}).map(([name, { order }]) => ({
      name,
      order,
    }));
    const rest = [...texts, ...joined].sort((a, b) => a.order - b.order).map(({ name }) => name);
    const json = rest.filter((name) => fields[name]?.wire === "json");
    return [name, { names, rest, json: new Set(json) }];
  }),
);

/** The names of the texts that a search reads of a kind. */
export function searchedTexts(kind: KindName): Searched {
  const found = searched.get(kind);
  if (!found) throw new Error(`${kind} is not searched`);
  return found;
}

/** The plain texts of a row whose JSON is still text. */
export function textsOf(kind: KindName, row: Row): Texts {
  const { names, rest, json } = searchedTexts(kind);
  const read = (name: string) => {
    const value = row[name];
    if (typeof value !== "string" || value === "") return [];
    return json.has(name) ? stringsIn(value) : [plainText(value)];
  };
  return {
    names: names.map((name) => plainText(String(row[name] ?? ""))),
    rest: rest.flatMap(read),
  };
}

/** Every text in a JSON value, but for what only machines read; the value itself where it is no JSON. */
function stringsIn(json: string): string[] {
  const found: string[] = [];
  const walk = (value: unknown, key = "") => {
    if (typeof value === "string") {
      if (key !== "id" && key !== "commented_at") found.push(plainText(value));
    } else if (typeof value === "number") found.push(String(value));
    else if (Array.isArray(value)) for (const entry of value) walk(entry);
    else if (value) for (const [name, entry] of Object.entries(value)) walk(entry, name);
  };
  try {
    walk(JSON.parse(json));
  } catch {
    return [plainText(json)];
  }
  return found;
}

const namedEntities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** A text's words without its markup, as one line. */
function plainText(text: string): string {
  const some = text.slice(0, maxTextLength);
  if (!isMarkup(some)) return some.replace(/\s+/g, " ").trim();
  return some
    .replace(/<\/?(?:p|li|ul|ol|h[1-6]|div|blockquote|pre|br|hr|t[dhr])\b[^<>]*>/gi, " ")
    .replace(/<[/!]?[a-z-][^<>]*>/gi, "")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
      if (name) return namedEntities[name.toLowerCase()] ?? whole;
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ";
    })
    .replace(/\s+/g, " ")
    .trim();
}

/** What the index holds of a row, each term marked as the person's. */
export type Document = { name: string; text: string; parts: string };

/** What every term of a person begins with. */
export const ownerPrefix = (userId: number): string => `${userId.toString(36)}·`;

/** The document of a row's texts. */
export function documentOf(userId: number, { names, rest }: Texts): Document {
  const mark = ownerPrefix(userId);
  const write = (terms: Iterable<string>) => Array.from(terms, (term) => mark + term).join(" ");
  const called = names.flatMap(wordsOf);
  const said = wordsOf(rest.join(" ").slice(0, maxTextLength));
  return {
    name: write(new Set(called)),
    text: write(new Set(said.flatMap((word) => (isDense(word) ? [word, ...pairs(word)] : [word])))),
    parts: write(called.flatMap(namePartsOf)),
  };
}

const pairs = (word: string) => partsOf(word, 2);

// The beginnings stand between the parts of one word and the next, so that no row of parts spans two.
function namePartsOf(word: string): string[] {
  if (isDense(word)) return [word.slice(0, 1), ...pairs(word)];
  return [word.slice(0, 1), word.slice(0, 2), ...partsOf(word, 3)];
}
