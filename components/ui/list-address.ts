import { tablePageSize } from "@/lib/lists/table-filter.ts";
import { pathWithQuery } from "@/lib/urls.ts";

/** A list of rows with pages. */
export type List = {
  path: string;
  /** the sort that its addresses leave out */
  defaultSort: string;
  /** whether its bare address shows a view of its person's own: then "all" is said */
  hasDefaultView?: boolean;
  /** whether a record's address names the list, so that its page leads back and to its neighbours */
  hasSteps?: boolean;
};

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
  /** the id of the saved view that is shown */
  view?: number;
};

/**
 * The address of a list with some parts of its filter changed, without what is the default. A change of
 * anything but the page begins at page 1.
 */
export function listAddress<Filter extends ListFilter>(
  { path, defaultSort, hasDefaultView }: List,
  filter: Filter,
  change: Partial<Filter> = {},
): string {
  const { show, page, rows, view, ...rest }: ListFilter = { ...filter, page: 1, ...change };
  const isDefault = rest.sort === "best" || (rest.sort === defaultSort && !rest.dir && !rest.q);
  const address = pathWithQuery(path, {
    show: show === "all" ? undefined : show,
    ...rest,
    sort: isDefault ? undefined : rest.sort,
    rows: rows === tablePageSize ? undefined : rows,
    page: page === 1 ? undefined : page,
  });
  // A view's id alone would show all that the view says.
  const isBare = address === path && (hasDefaultView || view !== undefined);
  if (view === undefined) return isBare ? `${path}?show=all` : address;
  return `${address}${isBare ? "?show=all" : ""}&view=${view}`;
}

/** The fields of an address that stay while the words of a search change. */
export const searchFields = ({ defaultSort }: List, filter: ListFilter) => ({
  ...filter,
  q: undefined,
  page: undefined,
  rows: filter.rows === tablePageSize ? undefined : String(filter.rows),
  show: filter.show === "all" ? undefined : filter.show,
  view: filter.view === undefined ? undefined : String(filter.view),
  sort: filter.sort === "best" || filter.sort === defaultSort ? undefined : filter.sort,
});

/** The address of a record, with the list that it is opened from where that is not all there is. */
export function recordAddress(list: List, filter: ListFilter, id: number): string {
  const [, query] = listAddress(list, filter, { page: filter.page }).split("?");
  return pathWithQuery(`${list.path}/${id}`, list.hasSteps ? { list: query } : {});
}
