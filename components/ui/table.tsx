import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { arrowDownIcon, arrowUpIcon } from "./icons.ts";
import { Link } from "./link.tsx";
import { type List, type ListFilter, listAddress } from "./list-address.ts";

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** where the cell goes on a phone: first line (title, mark), second line (note), or nowhere */
  phone?: "title" | "mark" | "note" | "hide";
  align?: "end";
  /** how wide where all columns fit: small 126 px, middle a seventh, large 200 px; `grow` shares what is left */
  size?: "s" | "m" | "l" | "grow";
  /** can be sorted by its key */
  sortable?: boolean;
  /** in the full text colour; other columns are muted */
  ink?: boolean;
};

type Sorting = {
  by: string;
  descending: boolean;
  /** the address of this list sorted so */
  href: (by: string, descending: boolean) => string;
};

type Props<Row> = {
  /** what the table lists, for screen readers */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  /** where a row leads; the cell of the `title` column becomes the link */
  rowHref?: (row: Row) => string;
  sorting?: Sorting;
  /** whether each row has an edit page below its own, for the key `e` */
  editable?: boolean;
};

/** A dense table; on a phone each row becomes two lines. Rows answer to j, k, Enter and e. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, sorting } = props;
  return (
    <div className="data-table">
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHeader key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={props.rowKey(row)} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TableRow<Row>(props: Props<Row> & { row: Row }) {
  const { row, columns, rowHref, editable } = props;
  const href = rowHref?.(row);
  return (
    <tr data-row>
      {columns.map((column) => (
        <td
          key={column.key}
          data-phone={column.phone ?? "note"}
          data-label={column.label}
          data-ink={column.ink}
          className={column.align === "end" ? "text-end" : undefined}
        >
          {href && column.phone === "title" ? (
            <>
              <Link href={href} className="data-table__link" data-row-link>
                {column.cell(row)}
              </Link>
              {editable && (
                <Link href={`${href}/edit`} hidden data-edit-link>
                  Edit
                </Link>
              )}
            </>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

const sizeOf = ({ size, phone, ink, align }: Column<never>) => {
  if (size) return size;
  if (phone === "title" || ink) return "grow";
  if (phone === "mark") return "l";
  return align === "end" ? "s" : "m";
};

/** A column's header; where the column sorts, a link that sorts by it or turns the order round. */
function ColumnHeader({ column, sorting }: { column: Column<never>; sorting?: Sorting }) {
  const active = sorting?.by === column.key;
  const order = sorting?.descending ? "descending" : "ascending";
  return (
    <th
      scope="col"
      data-size={sizeOf(column)}
      className={column.align === "end" ? "text-end" : undefined}
      aria-sort={active ? order : undefined}
    >
      {sorting && column.sortable ? (
        <Link
          className="sort-link"
          href={sorting.href(column.key, active && !sorting.descending)}
          scroll={false}
        >
          {column.label}
          {active && (sorting.descending ? <Icon of={arrowDownIcon} /> : <Icon of={arrowUpIcon} />)}
        </Link>
      ) : (
        column.label
      )}
    </th>
  );
}

export type ListTableProps<Row> = {
  rows: Row[];
  list: List;
  filter: ListFilter;
  direction: "asc" | "desc";
};

type ListProps<Row> = ListTableProps<Row> & Pick<Props<Row>, "label" | "columns">;

/** The table of a `ListPage`: each row leads to its page, and the address says how they are sorted. */
export function ListTable<Row extends { id: number }>(props: ListProps<Row>) {
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
