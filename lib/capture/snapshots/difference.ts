import { diffArrays } from "diff";
import { ownTurn } from "../../runtime/event-loop.ts";
import { type Block, blocksOf } from "./blocks.ts";

/** A stretch of words that both texts have, or one of them alone. */
export type Words = { text: string; only?: "before" | "after" };

/** Blocks that both texts have, or one that one of them has, or one whose words changed. */
export type Part =
  | { kind: "same"; blocks: Block[] }
  | { kind: "removed" | "added"; block: Block }
  | { kind: "changed"; block: Block; words: Words[] };

/** All comparing of one request: beyond it, blocks alone are compared, by whether the other text has them too. */
const budgetMs = 20;
const maxEdits = { blocks: 1_500, words: 600 } as const;
/** How many blocks that went are looked at for each that came. */
const nearby = 20;
/** From this share of common words on, two blocks are one that was changed. */
const leastCommon = 0.5;

type Clock = { left: () => number };

const clockOf = (ms: number): Clock => {
  const ends = performance.now() + ms;
  return { left: () => Math.max(0, ends - performance.now()) };
};

/** What became of a rich text in another, by blocks and in changed ones by words; in bounded time. */
export async function differenceOf(
  before: string,
  after: string,
  ms: number = budgetMs,
): Promise<Part[]> {
  const old = blocksOf(before);
  await ownTurn();
  const now = blocksOf(after);
  await ownTurn();
  return partsOf(old, now, clockOf(ms));
}

function partsOf(old: Block[], now: Block[], clock: Clock): Part[] {
  const parts: Part[] = [];
  let gone: Block[] = [];
  for (const { value, removed, added } of runsOf(old, now, clock)) {
    if (removed) {
      gone.push(...value);
      continue;
    }
    parts.push(...(added ? pairs(gone, value, clock) : gone.map(asRemoved)));
    gone = [];
    if (!added) parts.push({ kind: "same", blocks: value });
  }
  return [...parts, ...gone.map(asRemoved)];
}

const asRemoved = (block: Block): Part => ({ kind: "removed", block });
const asAdded = (block: Block): Part => ({ kind: "added", block });

type Run = { value: Block[]; removed: boolean; added: boolean };

function runsOf(old: Block[], now: Block[], clock: Clock): Run[] {
  const found = diffArrays(old, now, {
    comparator: (a, b) => a.text === b.text,
    maxEditLength: maxEdits.blocks,
    timeout: Math.max(1, clock.left() / 2),
  });
  return found ?? withoutOrder(old, now);
}

/** For texts that are too different to be aligned: what went, then what there is, each by whether both have it. */
function withoutOrder(old: Block[], now: Block[]): Run[] {
  const [had, has] = [old, now].map((blocks) => new Set(blocks.map(({ text }) => text)));
  const removed = old.filter(({ text }) => !has?.has(text));
  const rest = now.map((block): Run => {
    const isNew = !had?.has(block.text);
    return { value: [block], removed: false, added: isNew };
  });
  return [{ value: removed, removed: true, added: false }, ...joined(rest)];
}

/** Neighbours of one kind as one run. */
function joined(runs: Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last?.added === run.added) last.value.push(...run.value);
    else result.push(run);
  }
  return result;
}

/** What went and what came in its place: each block that came is set against the first left that it resembles. */
function pairs(gone: Block[], came: Block[], clock: Clock): Part[] {
  const parts: Part[] = [];
  let next = 0;
  for (const block of came) {
    const away = gone.slice(next, next + nearby).findIndex((old) => resembles(old, block, clock));
    const old = away < 0 ? undefined : gone[next + away];
    const words = old && wordsBetween(old.text, block.text, clock);
    if (!words) {
      parts.push(asAdded(block));
      continue;
    }
    parts.push(...gone.slice(next, next + away).map(asRemoved), { kind: "changed", block, words });
    next += away + 1;
  }
  return [...parts, ...gone.slice(next).map(asRemoved)];
}

const setOf = (text: string) =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );

function resembles(old: Block, block: Block, clock: Clock): boolean {
  if (clock.left() === 0) return false;
  const [a, b] = [setOf(old.text), setOf(block.text)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common > 0 && common / Math.max(a.size, b.size) >= leastCommon;
}

// By blanks alone: "€70,000" became "€75,000", not "70" became "75".
const tokensOf = (text: string) => text.split(/(\s)/);

function wordsBetween(old: string, text: string, clock: Clock): Words[] | undefined {
  const left = clock.left();
  if (left === 0) return undefined;
  const options = { maxEditLength: maxEdits.words, timeout: left };
  return diffArrays(tokensOf(old), tokensOf(text), options)?.map(({ value, removed, added }) => {
    const stretch = value.join("");
    if (removed) return { text: stretch, only: "before" };
    return added ? { text: stretch, only: "after" } : { text: stretch };
  });
}
