import { type Sorting, sortDirection, tablePageSize } from "../lists/table-filter.ts";

/** What a view keeps of a list: its filters as a query string, its columns, its sort and how it looks. */
export type ViewState = {
  query: string;
  columns: string;
  density: string;
  /** with `-` in front where it is descending; "" for the usual one */
  sort: string;
  layout: "table" | "board";
};

/** The query parameters of a page, as Next gives them. */
export type Params = Record<string, string | string[] | undefined>;

type Filter = Record<string, unknown> & {
  q: string;
  sort: string;
  dir?: "asc" | "desc";
  page: number;
  rows: number;
  columns: string;
  density?: "tight";
  view?: number;
  layout?: "table" | "board";
  show?: string;
};

/** The state of a list by its filter. */
export function stateOf<S extends string>(sorting: Sorting<S>, filter: Filter): ViewState {
  const { page: _, view: __, columns, density = "", sort, dir: ___, layout, ...rest } = filter;
  const set: Params = {
    ...(rest as Params),
    show: rest.show === "all" ? undefined : rest.show,
    rows: rest.rows === tablePageSize ? undefined : String(rest.rows),
  };
  const direction = sortDirection(sorting, filter as Filter & { sort: S | "best" });
  const isUsual =
    filter.q === "" &&
    sort === sorting.usual &&
    sortDirection(sorting, { sort: sorting.usual }) === direction;
  return {
    query: queryText(set),
    columns,
    density,
    sort: sort === "best" || isUsual ? "" : `${direction === "desc" ? "-" : ""}${sort}`,
    layout: layout ?? "table",
  };
}

/** A query string without what is empty, by name. */
function queryText(params: Params): string {
  const pairs = Object.entries(params).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, String(each)] as [string, string]),
  );
  return new URLSearchParams(pairs.filter(([, value]) => value !== "").sort()).toString();
}

/** The parameters of a query string, as Next gives them. */
export function queryParams(query: string): Params {
  const params: Params = {};
  for (const [name, value] of new URLSearchParams(query)) {
    const before = params[name];
    params[name] = before === undefined ? value : [before, value].flat();
  }
  return params;
}

/** The query parameters that show a view's state. */
export function paramsOf({ query, columns, density, sort, layout }: ViewState): Params {
  return {
    ...queryParams(query),
    ...(columns && { columns }),
    ...(density && { density }),
    ...(sort && sortParams(sort)),
    ...(layout === "board" && { layout }),
  };
}

const sortParams = (sort: string) =>
  sort.startsWith("-") ? { sort: sort.slice(1), dir: "desc" } : { sort, dir: "asc" };

/** Whether two states show the same. */
export const isSameState = (a: ViewState, b: ViewState) =>
  queryText(paramsOf(a)) === queryText(paramsOf(b));

/** The address of a list in a state, with nothing in it that only its person has. */
export const stateAddress = (path: string, state: ViewState) => {
  const text = queryText(paramsOf(state));
  return text ? `${path}?${text}` : path;
};
