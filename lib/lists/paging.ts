import { withBase } from "../base-path.ts";
import { Invalid } from "../errors.ts";
import { int, parseInput } from "../fields.ts";

/** Rows of one page: at most, and by default. */
export const pageLimit = { most: 1000, usual: 100 } as const;

/** A keyset position: the last row's value in the list's order, and its id for ties. */
export type Position = { value: string | number; id: number };

/**
 * The page of `?limit=&cursor=`, or null for the whole list. `order` names the list's order:
 * a cursor of another order is refused. Throws `Invalid`.
 */
export function requestedPage(
  params: URLSearchParams,
  order: string,
): { limit: number; after?: Position } | null {
  const cursor = params.get("cursor");
  const asked = params.get("limit");
  if (cursor === null && asked === null) return null;
  const limit = asked === null ? pageLimit.usual : parseInput(int(), asked, "limit");
  if (limit < 1 || limit > pageLimit.most) {
    throw new Invalid({ limit: [`Ensure this value is from 1 to ${pageLimit.most}.`] });
  }
  return { limit, after: cursor ? position(cursor, order) : undefined };
}

function position(cursor: string, order: string): Position {
  try {
    const [name, value, id] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const fits = typeof value === "string" || typeof value === "number";
    if (name === order && fits && Number.isInteger(id)) return { value, id: Number(id) };
  } catch {
    // Not a cursor of ours: refused below.
  }
  throw new Invalid({ cursor: ["This cursor is not of this list. Begin again without one."] });
}

/** The cursor of the page after a position. */
export function encodeCursor(order: string, { value, id }: Position): string {
  return Buffer.from(JSON.stringify([order, value, id])).toString("base64url");
}

/** The Link header (RFC 8288) of a page: the first one, and the next where there is one. */
export function pageLinks(url: URL, next: string | null): { link: string } {
  const linkTo = (rel: string, cursor: string | null) => {
    const params = new URLSearchParams(url.searchParams);
    params.delete("cursor");
    if (cursor) params.set("cursor", cursor);
    return `<${withBase(url.pathname)}?${params}>; rel="${rel}"`;
  };
  return { link: [linkTo("first", null), ...(next ? [linkTo("next", next)] : [])].join(", ") };
}
