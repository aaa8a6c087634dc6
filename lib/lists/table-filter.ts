import { z } from "zod";

/** The sorts of a table, and which one it has where its address names none. */
export type Sorting<S extends string> = {
  sorts: readonly [S, ...S[]];
  usual: S;
  /** the sorts that begin with the largest: dates, counts, ratings */
  descending: readonly S[];
};

/** The direction of a sort: as the address says, else as this sort begins. */
export const sortDirection = <S extends string>(
  { descending }: Sorting<S>,
  { sort, dir }: { sort: S | "best"; dir?: "asc" | "desc" },
): "asc" | "desc" => dir ?? (sort !== "best" && descending.includes(sort) ? "desc" : "asc");

/**
 * The address of a table's page: words to search, sort, direction and page, each optional; a wrong part falls back
 * to its default. `best` sorts by how well a row fits the words. `more` are the table's own parts.
 */
export function tableFilter<S extends string, More extends z.ZodRawShape>(
  { sorts, usual }: Sorting<S>,
  more: More,
) {
  return z
    .object({
      q: z.string().trim().max(200).default("").catch(""),
      sort: z
        .enum(["best", ...sorts])
        .optional()
        .catch(undefined),
      dir: z.enum(["asc", "desc"]).optional().catch(undefined),
      page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
    })
    .extend(more)
    .transform((filter) => ({
      ...filter,
      sort: sortedBy(filter as { q: string; sort?: S | "best" }, usual),
    }));
}

// As the address says, else the best matches of a search first, else as usual.
function sortedBy<S extends string>(
  { q, sort }: { q: string; sort?: S | "best" },
  usual: S,
): S | "best" {
  if (sort !== undefined && sort !== "best") return sort;
  return q === "" ? usual : "best";
}
