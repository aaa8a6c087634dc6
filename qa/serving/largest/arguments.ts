import type { Arg } from "../../../e2e/actions/call.ts";
import { isText, maxLengthOf, type Property } from "./description.ts";
import { deepList, fill, list, objectOf } from "./json.ts";
import type { Sizes } from "./sizes.ts";
import { inBytes, inChars, someTexts } from "./texts.ts";

type Large = [kind: string, args: Arg[]];

/** What the names of a form's parts take of a body. */
const restBytes = 100_000;

/**
 * Large arguments of an action, made from ones that it takes: hard texts in all of its texts and, in a form, in every
 * field that is known, and values that are hard by how they are built. Each turn has others of the texts.
 */
export function* largeArguments(
  args: () => Arg[],
  fields: Record<string, Property>,
  turn: number,
  sizes: Sizes,
): Generator<Large> {
  const bytes = Math.max(1_000, sizes.bodyBytes - restBytes);
  const hasForm = args().some((arg) => arg instanceof FormData);
  for (const text of someTexts(turn, 5)) {
    if (hasForm) {
      const most = (property: Property) => inChars(text, maxLengthOf(property) ?? sizes.textChars);
      const texts = Object.entries(fields).filter(([, property]) => isText(property));
      const filled = withFields(args(), new Map(texts.map(([name, each]) => [name, most(each)])));
      yield [`${text.name} at each field's maximum`, filled];
    }
    const share = bytes / Math.max(1, countTexts(args()));
    yield [`${text.name} in all texts`, withTexts(args(), inBytes(text, share, JSON.stringify))];
  }
  const built: [kind: string, json: string][] = [
    ["deep lists", list(deepList, bytes)],
    ["ids", list("1", bytes)],
    ["texts", list('"a"', bytes)],
    ["digits", fill("9", bytes)],
    ["names", objectOf(bytes)],
    ["references", list('"$K2"', bytes)],
  ];
  for (const [at, [kind, json]] of built.entries()) {
    const given = args();
    const place = (turn + at) % Math.max(1, given.length);
    given[place] = JSON.parse(json);
    yield [`${kind} as argument ${place + 1}`, given];
  }
  if (!hasForm) return;
  const names = Array.from({ length: sizes.formFields }, (_, at): [string, string] => [
    `n${at}`,
    "1",
  ]);
  yield ["many fields", withFields(args(), new Map(names))];
}

function withFields(args: Arg[], fields: Map<string, string>): Arg[] {
  for (const arg of args)
    if (arg instanceof FormData) for (const [name, value] of fields) arg.set(name, value);
  return args;
}

/** Proofs stay, so that what comes behind them is reached. */
const isProof = (name: string) => /password|username/.test(name);

function withTexts(args: Arg[], text: string): Arg[] {
  return args.map((arg) => {
    if (!(arg instanceof FormData)) return withTextsInside(arg, text) as Arg;
    for (const name of [...arg.keys()]) if (!isProof(name)) arg.set(name, text);
    return arg;
  });
}

function withTextsInside(value: unknown, text: string): unknown {
  if (typeof value === "string") return text;
  if (typeof value !== "object" || value === null) return value;
  const inner = Object.entries(value).map(([name, each]) => [name, withTextsInside(each, text)]);
  return Object.fromEntries(inner);
}

const countTexts = (args: Arg[]): number =>
  args.reduce((sum: number, arg) => {
    return sum + (arg instanceof FormData ? [...arg.keys()].length : textsInside(arg));
  }, 0);

function textsInside(value: unknown): number {
  if (typeof value !== "object" || value === null) return typeof value === "string" ? 1 : 0;
  return Object.values(value).reduce((sum: number, each) => sum + textsInside(each), 0);
}
