import type { CSSProperties, ReactNode } from "react";
import { withGroups } from "./format.ts";
import { Icon } from "./icon.tsx";
import { arrowDownIcon, arrowUpIcon } from "./icons.ts";
import { Link } from "./link.tsx";
import { type List, type ListFilter, listAddress, recordAddress } from "./list-address.ts";

export type Column<Row> = {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /**
   * Where the cell goes in a row of two lines: first line (title, mark), second line (note, or a fact with its
   * heading before it), end of the second line (end), or nowhere (none), which is for buttons alone.
   */
  phone?: "title" | "mark" | "note" | "fact" | "end" | "none";
  align?: "end";
  /** the column that takes what the others leave, one a table; else it is the title's */
  grow?: boolean;
  /** takes what it needs however long; only numbers, days and marks do so by default */
  whole?: boolean;
  /** the first to go where the columns do not all fit beside one another; "most" before the others */
  spare?: boolean | "most";
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
  /** what a row is called where it can be selected, for the box in front of it */
  selectName?: (row: Row) => string;
  /** whether the columns were chosen: then those without anything in them stay */
  chosen?: boolean;
  density?: "tight";
};

/**
 * A dense table whose columns are as wide as what they hold; where it is narrow each row becomes two lines. A column
 * without anything in it is left out. Rows answer to j, k, Enter and e.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { label, rows, sorting } = props;
  const cells = rows.map((row) => props.columns.map((column) => filled(column.cell(row))));
  const used = (column: Column<Row>, at: number) =>
    props.chosen ||
    column.phone === "title" ||
    column.key === sorting?.by ||
    cells.some((row) => row[at] !== null);
  const columns = props.columns.flatMap((column, at) => (used(column, at) ? [{ column, at }] : []));
  const grows = props.columns.some(({ grow }) => grow);
  return (
    <div
      className="data-table"
      style={{ "--columns": columns.length } as CSSProperties}
      data-selectable={props.selectName && ""}
      data-density={props.density}
      data-wide={columns.length > mostAbreast || undefined}
    >
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ column }) => (
              <ColumnHeader key={column.key} column={column} sorting={sorting}>
                {column.phone === "title" && props.selectName && <SelectBox />}
              </ColumnHeader>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={props.rowKey(row)} data-row>
              {columns.map(({ column, at }) => (
                <td key={column.key} {...place(column, grows)}>
                  {column.phone === "title" ? (
                    <>
                      {props.selectName && (
                        <SelectBox id={props.rowKey(row)} name={props.selectName(row)} />
                      )}
                      <RowLink href={props.rowHref?.(row)} editable={props.editable}>
                        {cells[index]?.[at]}
                      </RowLink>
                    </>
                  ) : (
                    cells[index]?.[at]
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** More columns than these do not fit beside one another on a usual window. */
const mostAbreast = 8;

const nothing = new Set<ReactNode>([undefined, null, false, "", "–", "—"]);

// What a cell holds; null where that is nothing, for which the style sheet draws a dash.
const filled = (node: ReactNode): ReactNode => (nothing.has(node) ? null : withGroups(node));

function sizeOf(column: Column<never>, grows: boolean) {
  const { phone, align, whole } = column;
  if (phone === "title") return grows ? "name" : "grow";
  if (column.grow) return "grow";
  return whole || align === "end" || phone === "mark" || phone === "end" ? undefined : "text";
}

// Attributes of a cell that the style sheet reads. In two lines a bare number needs its heading too.
function place(column: Column<never>, grows: boolean) {
  const { phone, align, label, ink, spare } = column;
  return {
    "data-phone": phone === "note" ? undefined : phone,
    "data-label": phone === "fact" || (phone === "mark" && align === "end") ? label : undefined,
    "data-size": sizeOf(column, grows),
    "data-ink": ink,
    "data-spare": spare,
    className: align === "end" ? "text-end" : undefined,
  };
}

type RowLinkProps = { href?: string; editable?: boolean; children: ReactNode };

function RowLink({ href, editable, children }: RowLinkProps) {
  if (!href) return children;
  return (
    <>
      <Link href={href} className="data-table__link" data-row-link>
        {children}
      </Link>
      {editable && (
        <Link href={`${href.split("?")[0]}/edit`} hidden data-edit-link>
          Edit
        </Link>
      )}
    </>
  );
}

/** The box in front of a row, or the head's, which stands for all rows of the page. What it does, `Selection` knows. */
function SelectBox({ id, name }: { id?: string | number; name?: string }) {
  return (
    <input
      type="checkbox"
      className="check select-box"
      aria-label={name === undefined ? "Select all on this page" : `Select ${name}`}
      autoComplete="off"
      data-select={id ?? "all"}
    />
  );
}

type HeaderProps = { column: Column<never>; sorting?: Sorting; children: ReactNode };

/** A column's header; where the column sorts, a link that sorts by it or turns the order round. */
function ColumnHeader({ column, sorting, children }: HeaderProps) {
  const active = sorting?.by === column.key;
  const order = sorting?.descending ? "descending" : "ascending";
  return (
    <th
      scope="col"
      data-spare={column.spare}
      className={column.align === "end" ? "text-end" : undefined}
      aria-sort={active ? order : undefined}
    >
      {children}
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
  /** how it looks: the columns in their order, where they were chosen, and the height of its rows */
  look?: ListLook;
};

export type ListLook = { columns?: readonly string[]; density?: "tight" };

type ListProps<Row> = ListTableProps<Row> & Pick<Props<Row>, "label" | "columns" | "selectName">;

/** The columns of a list by their keys: the names, which always stay, then those of the look. */
export function columnsOf<Row>(
  all: Column<Row>[],
  names: readonly string[],
  keys: readonly string[],
): Column<Row>[] {
  return [...names, ...keys].flatMap((key) => all.filter((column) => column.key === key));
}

/** The table of a `ListPage`: each row leads to its page, and the address says how they are sorted. */
export function ListTable<Row extends { id: number }>(props: ListProps<Row>) {
  const { label, columns, rows, list, filter, direction, selectName, look } = props;
  return (
    <DataTable
      {...{ label, columns, rows, selectName }}
      chosen={look?.columns !== undefined}
      density={look?.density}
      rowKey={({ id }) => id}
      rowHref={({ id }) => recordAddress(list, filter, id)}
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
