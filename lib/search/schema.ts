import { z } from "zod";

/** The sort part of a list's address: one of these, or the best matches of a search first. */
export const sortOf = <const T extends readonly string[]>(sorts: T) =>
  z
    .enum(["best", ...sorts] as unknown as ["best", ...T])
    .optional()
    .catch(undefined);

/** How a list is sorted: as its address says, else the best matches of a search first, else as usual. */
export function sortedBy<S extends string>(
  { q, sort }: { q: string; sort?: S | "best" },
  usual: S,
): S | "best" {
  if (sort !== undefined && sort !== "best") return sort;
  return q === "" ? usual : "best";
}

/** The search page's address. */
export const findFilter = z.object({ q: z.string().trim().max(200).default("").catch("") });
