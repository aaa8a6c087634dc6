import { type List, type ListFilter, listAddress } from "./list-address.ts";
import { type Column, DataTable } from "./table.tsx";

export type ListTableProps<Row> = {
  rows: Row[];
  list: List;
  filter: ListFilter;
  direction: "asc" | "desc";
};

type Props<Row> = ListTableProps<Row> & {
  /** what the table lists, for screen readers */
  label: string;
  columns: Column<Row>[];
};

/** The table of a `ListPage`: each row leads to its page, and the address says how they are sorted. */
export function ListTable<Row extends { id: number }>(props: Props<Row>) {
  const { label, columns, rows, list, filter, direction } = props;
  return (
    <DataTable
      {...{ label, columns, rows }}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `${list.path}/${id}`}
      editable
      sorting={{
        by: filter.sort,
        descending: direction === "desc",
        href: (sort, descending) =>
          listAddress(list, filter, { sort, dir: descending ? "desc" : "asc" }),
      }}
    />
  );
}
