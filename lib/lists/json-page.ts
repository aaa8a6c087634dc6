import type { Chunks } from "./chunks.ts";
import { jsonList } from "./json-list.ts";
import { encodeCursor, type Position } from "./paging.ts";

/** A page of a list as JSON, and the cursor of the next one. */
export type JsonPage = { json: Chunks; next: string | null };

type Source<Row> = {
  /** the list's order, as its cursors name it */
  order: string;
  /** the rows behind a position: one more than asked for where there are more */
  read: (page: { limit: number; after: Position | undefined }) => Promise<Row[]>;
  positionOf: (row: Row) => Position;
  /** a row as it is answered */
  wire: (row: Row) => unknown;
  /** the rows of the first chunk */
  first?: number | undefined;
};

/** Reads and writes a page in chunks, so that others have their turn in between; all rows where the limit is infinite. */
export async function jsonPage<Row>(
  page: { limit: number; after?: Position | undefined },
  { order, read, positionOf, wire, first }: Source<Row>,
): Promise<JsonPage> {
  let { after, limit: left } = page;
  let next: string | null = null;
  const json = await jsonList(
    wire,
    async (most) => {
      const limit = Math.min(most, left);
      const found = await read({ limit, after });
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      if (last) after = positionOf(last);
      left -= rows.length;
      const isMore = found.length > rows.length;
      if (isMore && left === 0 && after) next = encodeCursor(order, after);
      return { rows, isLast: !isMore || left === 0 };
    },
    first,
  );
  return { json, next };
}
