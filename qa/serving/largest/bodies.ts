import { type Described, isAnything, isText, type Json, maxLengthOf } from "./description.ts";
import { deepList, fill, list, objectOf } from "./json.ts";
import type { Sizes } from "./sizes.ts";
import { hardTexts, inBytes, inChars } from "./texts.ts";

export type LargeBody = { name: string; type: string; body: string };

/** What names, quotes and signs take of a body. */
export const restBytes = 8_192;
/** Fewer than the values that a body may have. */
const maxItems = 4_000;

const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

/** JSON bodies of an operation with hard texts: each field at its own maximum, and each in turn as long as a body. */
export function* bodiesOfTexts({ body }: Described, sizes: Sizes): Generator<LargeBody> {
  const type = body?.types.find((each) => each.includes("json"));
  if (!body || !type) return;
  const { properties, example } = body;
  const names = Object.keys(properties).filter((name) => isFillable(properties[name] ?? {}));
  const bodyOf = (texts: [name: string, text: string][]) => {
    const fields = texts.map(([name, text]) => [
      name,
      isAnything(properties[name] ?? {}) ? itemsOf(example[name], text) : text,
    ]);
    return JSON.stringify({ ...example, ...Object.fromEntries(fields) });
  };
  for (const text of hardTexts) {
    const most = (name: string) => maxLengthOf(properties[name] ?? {}) ?? sizes.textChars;
    const texts = names
      .filter(isFree)
      .map((name): [string, string] => [name, inChars(text, most(name))]);
    yield { name: `${text.name} at each field's maximum`, type, body: bodyOf(texts) };
  }
  const turns = names.length === 0 ? 0 : Math.max(names.length, hardTexts.length);
  for (let turn = 0; turn < turns; turn += 1) {
    const [name = ""] = [names[turn % names.length]];
    const text = hardTexts[turn % hardTexts.length];
    if (!text) continue;
    const long = inBytes(text, sizes.bodyBytes - restBytes, inJson);
    yield { name: `${text.name} in ${name}`, type, body: bodyOf([[name, long]]) };
  }
}

const isFillable = (property: Parameters<typeof isText>[0]) =>
  isText(property) || isAnything(property);

/** A moment is read as one; any other text is kept as it is. */
const isFree = (name: string) => !/_(at|date)$/.test(name);

/** A list like the example's, of one item with that text; the text itself where the example is no list. */
function itemsOf(example: unknown, text: string): unknown {
  const [first] = Array.isArray(example) ? example : [];
  if (typeof first !== "object" || first === null) return text;
  const names = Object.keys(first).filter((name) => typeof (first as Json)[name] === "string");
  const share = text.slice(0, text.length / Math.max(1, names.length));
  return [{ ...first, ...Object.fromEntries(names.map((name) => [name, share])) }];
}

/** JSON bodies that are hard by how they are built, in an operation's fields and as a whole. */
export function* builtBodies({ body }: Described, sizes: Sizes): Generator<LargeBody> {
  const type = body?.types.find((each) => each.includes("json")) ?? "application/json";
  const names = [...Object.keys(body?.properties ?? {}), "unknown"];
  const limit = sizes.bodyBytes - restBytes;
  const inAll = (make: (bytes: number) => string) => {
    const fields = names.map((name) => `"${name}":${make(limit / names.length)}`);
    return `{${fields.join(",")}}`;
  };
  const item = Object.values(body?.example ?? {}).find(Array.isArray)?.[0] ?? "<b>b</b>";
  const items = (bytes: number) => {
    const text = JSON.stringify(item);
    return list(text, Math.min(bytes, ((text.length + 1) * maxItems) / names.length));
  };
  const bodies: Record<string, string> = {
    "many items in all fields": inAll(items),
    "brackets without end": fill("[", limit),
    "deep lists in all fields": inAll((bytes) => list(deepList, bytes)),
    "empty lists in all fields": inAll((bytes) => list("[]", bytes)),
    "ids in all fields": inAll((bytes) => list("1", bytes)),
    "digits in all fields": inAll((bytes) => fill("9", bytes)),
    "escapes in all fields": inAll((bytes) => `"${fill("\\u0061", bytes)}"`),
    "names in all fields": inAll(objectOf),
    "one name again and again": `{${fill('"a":0,', limit).slice(0, -1)}}`,
    "a list": list('{"a":"b"}', limit),
  };
  for (const [name, text] of Object.entries(bodies)) yield { name, type, body: text };
}
