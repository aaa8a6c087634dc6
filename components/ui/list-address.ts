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
  const { show, page, ...rest }: ListFilter = { ...filter, page: 1, ...change };
  const isDefault = rest.sort === "best" || (rest.sort === defaultSort && !rest.dir && !rest.q);
  return pathWithQuery(path, {
    show: show === "all" ? undefined : show,
    ...rest,
    sort: isDefault ? undefined : rest.sort,
    page: page === 1 ? undefined : page,
  });
}

/** The hidden fields of a search form: the filter that stays while the words change. */
export const searchFields = ({ defaultSort }: List, filter: ListFilter) => ({
  ...filter,
  q: undefined,
  page: undefined,
  show: filter.show === "all" ? undefined : filter.show,
  sort: filter.sort === "best" || filter.sort === defaultSort ? undefined : filter.sort,
});
