import type { ReactNode } from "react";
import { Link } from "./link.tsx";
import { SelectAll } from "./select-all.tsx";
import { type HeaderColumn, SortHeader, type Sorting } from "./sort-header.tsx";

export type Column<Row> = HeaderColumn & { cell: (row: Row) => ReactNode };

type Props<Row> = {
  /** what the table lists, for screen readers */
  label: string;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  /** where a row leads; the cell of the `title` column becomes the link */
  rowHref?: (row: Row) => string;
  sorting?: Sorting;
  /** puts a checkbox of this name before each row; wrap the table in a form */
  /** without frame and headers that are seen: for a few rows inside a card */
  bare?: boolean;
  selection?: { name: string; rowLabel: (row: Row) => string };
};

/** A dense table; on a phone each row becomes two lines. Rows answer to j, k, Enter, x and e. */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, sorting, selection, bare } = props;
  return (
    <div className={bare ? "data-table data-table--bare" : "data-table"}>
      <table aria-label={label}>
        <thead>
          <tr>
            {selection && (
              <th className="data-table__pick">
                <SelectAll name={selection.name} />
              </th>
            )}
            {columns.map((column) => (
              <SortHeader key={column.key} column={column} sorting={sorting} />
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

function TableRow<Row>({ row, columns, rowKey, rowHref, selection }: Props<Row> & { row: Row }) {
  const href = rowHref?.(row);
  return (
    <tr data-row>
      {selection && (
        <td className="data-table__pick">
          <input
            type="checkbox"
            className="check"
            name={selection.name}
            value={rowKey(row)}
            aria-label={`Select ${selection.rowLabel(row)}`}
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.key}
          data-phone={column.phone ?? "note"}
          data-label={column.label}
          data-ink={column.ink}
          className={column.align === "end" ? "text-end" : undefined}
        >
          {href && column.phone === "title" ? (
            <Link href={href} className="data-table__link" data-row-link>
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}
