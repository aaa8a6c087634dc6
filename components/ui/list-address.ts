import { tablePageSize } from "@/lib/lists/table-filter.ts";
import { pathWithQuery } from "@/lib/urls.ts";

/** A list of rows with pages: its path, and the sort that its addresses leave out. */
export type List = { path: string; defaultSort: string };

/** The list of a kind of thing. */
export const listOf = (kind: { path: string }, sorting: { usual: string }): List => ({
  path: kind.path,
  defaultSort: sorting.usual,
});

/** The parts of an address that every list has. */
export type ListFilter = {
  q: string;
  sort: string;
  dir?: "asc" | "desc";
  page: number;
  /** rows a page */
  rows: number;
  show?: string;
};

/**
 * The address of a list with some parts of its filter changed, without what is the default. A change of
 * anything but the page begins at page 1.
 */
export function listAddress<Filter extends ListFilter>(
  { path, defaultSort }: List,
  filter: Filter,
  change: Partial<Filter> = {},
): string {
  const { show, page, rows, ...rest }: ListFilter = { ...filter, page: 1, ...change };
  const isDefault = rest.sort === "best" || (rest.sort === defaultSort && !rest.dir && !rest.q);
  return pathWithQuery(path, {
    show: show === "all" ? undefined : show,
    ...rest,
    sort: isDefault ? undefined : rest.sort,
    rows: rows === tablePageSize ? undefined : rows,
    page: page === 1 ? undefined : page,
  });
}

/** The fields of an address that stay while the words of a search change. */
export const searchFields = ({ defaultSort }: List, filter: ListFilter) => ({
  ...filter,
  q: undefined,
  page: undefined,
  rows: filter.rows === tablePageSize ? undefined : String(filter.rows),
  show: filter.show === "all" ? undefined : filter.show,
  sort: filter.sort === "best" || filter.sort === defaultSort ? undefined : filter.sort,
});
