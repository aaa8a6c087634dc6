import { fill } from "./json.ts";
import type { Sizes } from "./sizes.ts";
import { type HardText, inBytes } from "./texts.ts";

type LongQuery = { name: string; query: string };

const mainNames = new Set(["search", "q"]);

/** Queries of the longest length and with the most parameters, with those names and texts. */
export function* longQueries(
  names: readonly string[],
  texts: readonly HardText[],
  { queryChars, parameters }: Sizes,
): Generator<LongQuery> {
  const [first] = names;
  if (first === undefined) return;
  const main = names.find((name) => mainNames.has(name)) ?? first;
  const pair = (name: string, chars: number, text: HardText) =>
    `${name}=${encodeURIComponent(inBytes(text, chars - name.length - 2, encodeURIComponent))}`;
  for (const text of texts) {
    yield { name: `${text.name} as ${main}`, query: pair(main, queryChars, text) };
    const share = queryChars / names.length;
    const query = names.map((name) => pair(name, share, text)).join("&");
    yield { name: `${text.name} in all parameters`, query: query.slice(0, queryChars) };
  }
  const many = (each: (at: number) => string) =>
    Array.from({ length: parameters }, (_, at) => each(at))
      .join("&")
      .slice(0, queryChars);
  yield { name: "all parameters again", query: many((at) => `${names[at % names.length]}=${at}`) };
  yield { name: `many times ${main}`, query: many((at) => `${main}=a${at}`) };
  yield { name: "unknown parameters", query: many((at) => `unknown${at}=${fill("a", 20)}`) };
  const words = Array.from({ length: queryChars / 5 }, (_, at) => at.toString(36)).join("+");
  yield { name: "many words", query: `${main}=${words}`.slice(0, queryChars) };
}
