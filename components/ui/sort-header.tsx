import { Icon } from "./icon.tsx";
import { arrowDownIcon, arrowUpIcon } from "./icons.ts";
import { Link } from "./link.tsx";

export type HeaderColumn = {
  key: string;
  label: string;
  /** where the cell goes on a phone: first line (title, mark), second line (note), or nowhere */
  phone?: "title" | "mark" | "note" | "hide";
  align?: "end";
  /** how wide where all columns fit: small 126 px, middle a seventh, large 200 px; `grow` shares what is left */
  size?: "s" | "m" | "l" | "grow";
  /** can be sorted by its key */
  sortable?: boolean;
  /** in full ink, where the rest is quieter */
  ink?: boolean;
};

export type Sorting = {
  by: string;
  descending: boolean;
  /** the address of this list sorted so */
  href: (by: string, descending: boolean) => string;
};

type Props = { column: HeaderColumn; sorting?: Sorting };

const sizeOf = ({ size, phone, ink, align }: Props["column"]) => {
  if (size) return size;
  if (phone === "title" || ink) return "grow";
  if (phone === "mark") return "l";
  return align === "end" ? "s" : "m";
};

/** A column's header; where the column sorts, a link that sorts by it or turns the order round. */
export function SortHeader({ column, sorting }: Props) {
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
