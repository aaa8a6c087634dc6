import { z } from "zod";

/** Rows a page that can be chosen, and the default. */
export const tablePageSizes = [25, 50, 100] as const;
export const tablePageSize = 50;

/** The sorts of a table and its default. */
export type Sorting<S extends string> = {
  sorts: readonly [S, ...S[]];
  usual: S;
  /** sorts that are descending by default: dates, counts, ratings */
  descending: readonly S[];
  /** sorts by what many rows lack: those rows come last, in either direction */
  sparse?: readonly S[];
};

/** The direction of a sort: as the query says, else the sort's default. */
export const sortDirection = <S extends string>(
  { descending }: Sorting<S>,
  { sort, dir }: { sort: S | "best"; dir?: "asc" | "desc" },
): "asc" | "desc" => dir ?? (sort !== "best" && descending.includes(sort) ? "desc" : "asc");

/** The query parameters of a page: its number, counted from 1, and how many rows it has. */
export const pageParameters = {
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
  rows: z.coerce
    .number()
    .pipe(z.literal(tablePageSizes))
    .default(tablePageSize)
    .catch(tablePageSize),
};

/**
 * Query parameters of a table's page: search, sort, direction, page and rows, each optional; an invalid one falls back
 * to its default. `best` ranks by relevance. `more` are the table's own parameters.
 */
export function tableFilter<S extends string, More extends z.ZodRawShape = Record<never, never>>(
  { sorts, usual }: Sorting<S>,
  more: More = {} as More,
) {
  return z
    .object({
      q: z.string().trim().max(200).default("").catch(""),
      sort: z
        .enum(["best", ...sorts])
        .optional()
        .catch(undefined),
      dir: z.enum(["asc", "desc"]).optional().catch(undefined),
      ...pageParameters,
    })
    .extend(more)
    .transform((filter) => ({
      ...filter,
      sort: sortedBy(filter as { q: string; sort?: S | "best" }, usual),
    }));
}

// As the query says, else by relevance where there is a search, else the default.
function sortedBy<S extends string>(
  { q, sort }: { q: string; sort?: S | "best" },
  usual: S,
): S | "best" {
  if (sort !== undefined && sort !== "best") return sort;
  return q === "" ? usual : "best";
}
