import { words } from "../values/words.ts";

/** An object of JSON, or an element of XML with its children. */
export type TreeNode = Record<string, unknown>;

export const isNode = (value: unknown): value is TreeNode =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A key without what programs differ in: `job_title`, `JobTitle` and `joblisting:jobTitle` are "jobtitle". */
export const foldKey = (key: string): string =>
  key
    .slice(0, 100)
    .toLowerCase()
    .replace(/^.*:/, "")
    .replace(/[^\p{L}\p{N}]/gu, "");

const views = new WeakMap<TreeNode, Map<string, unknown>>();

/** The most keys of one object that are looked at. */
const maxKeys = 1_000;

/** An object by its folded keys; the first of two that fold alike counts, unless it says nothing. */
export function folded(node: TreeNode): Map<string, unknown> {
  const known = views.get(node);
  if (known) return known;
  const view = new Map<string, unknown>();
  let count = 0;
  for (const key in node) {
    if (count++ > maxKeys) break;
    const short = foldKey(key);
    const before = view.get(short);
    if (before === undefined || before === null || before === "") view.set(short, node[key]);
  }
  views.set(node, view);
  return view;
}

/** The most values that a path is followed to. */
const maxValues = 100;

/** The values at a path of folded keys ("location.name"); a list on the way stands for each of its items. */
export function valuesAt(from: unknown, path: string): unknown[] {
  // Most paths are one key, and most objects lack it.
  if (isNode(from) && !path.includes(".")) {
    const value = folded(from).get(path);
    if (value === undefined || value === null || value === "") return [];
    return flat([value]);
  }
  let values: unknown[] = [from];
  for (const key of path.split("."))
    values = flat(values).flatMap((value) => {
      const found = isNode(value) ? folded(value).get(key) : undefined;
      return found === undefined || found === null || found === "" ? [] : [found];
    });
  return flat(values);
}

const flat = (values: unknown[]): unknown[] =>
  values
    .flatMap((value) => (Array.isArray(value) ? value.slice(0, maxValues) : [value]))
    .slice(0, maxValues);

/** What an object says of itself in a word: its label, name or value. */
const ownWord = [
  "label",
  "name",
  "displayname",
  "value",
  "text",
  "title",
  "libelle",
  "description",
];

/** A text or a number; an object's own label. Undefined for anything else. */
export function scalar(value: unknown): string | number | undefined {
  if (typeof value === "string" || typeof value === "number") return value;
  if (!isNode(value)) return undefined;
  const view = folded(value);
  for (const key of ownWord) {
    const word = view.get(key);
    if (typeof word === "string" || typeof word === "number") return word;
  }
  return undefined;
}

/** The first of what several paths lead to that a reader makes something of. */
export function firstOf<Value>(
  from: unknown,
  paths: readonly string[],
  read: (value: unknown) => Value | null | undefined,
): Value | null {
  for (const path of paths)
    for (const value of valuesAt(from, path)) {
      const found = read(value);
      if (found !== null && found !== undefined) return found;
    }
  return null;
}

/** The title that an object has at one of some paths; a number alone ("position": 3) is none. */
export const titleAt = (from: unknown, paths: readonly string[]): string | null =>
  firstOf(from, paths, (value) => {
    const title = words(scalar(value));
    return title && /\p{L}/u.test(title) ? title : null;
  });
