import { yieldEvery } from "../runtime/event-loop.ts";
import { FittingRows } from "../runtime/fitting-rows.ts";
import type { Chunks } from "./chunks.ts";

/** Few at first, since a row may hold long texts. */
const rowsPerChunk = { first: 50, least: 1, most: 1_000 };

const encoder = new TextEncoder();

/**
 * Writes a list of any length as JSON. `next` reads up to so many of its rows, those after the ones that it gave
 * before, `first` at first, and `wire` gives each as it is answered; others have their turn in between.
 */
export async function jsonList<Row>(
  wire: (row: Row) => unknown,
  next: (limit: number) => Promise<{ rows: Row[]; isLast: boolean }>,
  first = rowsPerChunk.first,
): Promise<Chunks> {
  const size = new FittingRows({ ...rowsPerChunk, first });
  const yieldIfLong = yieldEvery();
  const pieces: Chunks = [];
  let isEmpty = true;
  for (let isOver = false; !isOver; ) {
    isOver = await size.measure(async (limit) => {
      const { rows, isLast } = await next(limit);
      const text = rows.map((row) => JSON.stringify(wire(row))).join(",");
      const isFirst = isEmpty;
      if (text !== "") isEmpty = false;
      pieces.push(
        encoder.encode(`${pieces.length === 0 ? "[" : ""}${text && !isFirst ? "," : ""}${text}`),
      );
      return isLast;
    });
    await yieldIfLong();
  }
  const last = pieces.pop() ?? new Uint8Array();
  const ended = new Uint8Array(last.length + 1);
  ended.set(last);
  ended.set(encoder.encode("]"), last.length);
  return [...pieces, ended];
}
