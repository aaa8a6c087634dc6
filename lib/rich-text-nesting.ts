import type { Piece } from "./rich-text-markup.ts";

/** Deeper than any text that somebody wrote; the sanitizer's time grows with the square of the depth. */
const maxDepth = 100;
/** More tags than any text needs: behind them its words go on without. */
const maxTags = 20_000;

const voidNames = new Set(
  "area base br col embed frame hr img input link meta param source track wbr".split(" "),
);
// One that is still open ends where the next begins, unless a container of its own is open in it.
const impliedEnds: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ["p", "li", "dt dd", "tr", "td th", "option"].flatMap((group) => {
    const names = group.split(" ");
    return names.map((name) => [name, new Set(names)] as const);
  }),
);
const containers = new Set("ul ol dl table div blockquote section article td th".split(" "));

/** The pieces as HTML that is nested up to a depth and has up to so many tags. The words stay, comments do not. */
export function boundedMarkup(pieces: Iterable<Piece>): string {
  const out: string[] = [];
  const open: string[] = [];
  /** how many elements of a name were left out and wait for their end tags */
  const leftOut = new Map<string, number>();
  let tags = 0;
  for (const piece of pieces) {
    if (piece.kind === "text") out.push(piece.raw);
    if (piece.kind !== "tag" || tags >= maxTags) continue;
    const { name, closing, raw } = piece;
    if (closing ? closes(name, open, leftOut) : opens(piece, open, leftOut)) {
      tags += 1;
      out.push(raw);
    }
  }
  return out.join("");
}

function opens(
  { name, attributes }: { name: string; attributes: string },
  open: string[],
  leftOut: Map<string, number>,
): boolean {
  if (voidNames.has(name)) return true;
  endImplied(name, open);
  if (open.length < maxDepth) {
    if (!attributes.endsWith("/")) open.push(name);
    return true;
  }
  leftOut.set(name, (leftOut.get(name) ?? 0) + 1);
  return false;
}

function endImplied(name: string, open: string[]): void {
  const ended = impliedEnds.get(name);
  if (!ended) return;
  for (let at = open.length - 1; at >= 0; at -= 1) {
    const each = open[at] as string;
    if (ended.has(each)) open.length = at;
    if (ended.has(each) || containers.has(each)) return;
  }
}

function closes(name: string, open: string[], leftOut: Map<string, number>): boolean {
  const waiting = leftOut.get(name) ?? 0;
  if (waiting > 0) {
    leftOut.set(name, waiting - 1);
    return false;
  }
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
  return true;
}
