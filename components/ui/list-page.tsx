import type { ComponentType, ReactNode } from "react";
import { plusIcon } from "@/components/ui/icons.ts";
import { type Sorting, sortDirection } from "@/lib/lists/table-filter.ts";
import type { Kind } from "@/lib/records/kind.ts";
import { LinkButton } from "./button.tsx";
import { formatNumber } from "./format.ts";
import { Icon } from "./icon.tsx";
import { type List, type ListFilter, listAddress, listOf, searchFields } from "./list-address.ts";
import { PageHeader } from "./page-header.tsx";
import { Pager } from "./pager.tsx";
import { SearchBox } from "./search-box.tsx";
import type { ListTableProps } from "./table.tsx";

type Props<Row, Sort extends string> = Pick<ListTableProps<Row>, "rows" | "look"> & {
  kind: Pick<Kind, "label" | "path">;
  sorting: Sorting<Sort>;
  filter: ListFilter & { sort: Sort | "best" };
  /** how many rows fit the filter */
  total: number;
  /** how many rows there are without it; left out where nobody counts them */
  all?: number;
  /** the words of the button that adds a row */
  add?: string;
  table: ComponentType<ListTableProps<Row>>;
  /** what is shown in place of a table without rows */
  empty: ReactNode;
  /** what chooses another layout, beside the title's buttons */
  layout?: ReactNode;
  /** another layout of the rows, in place of the table and its pages */
  board?: ReactNode;
  /** filters above the table */
  children?: ReactNode;
  /** where it differs from the plain list of its kind */
  list?: List;
};

/** A page that lists rows: title with counts, search, the rows, and links to the other pages. */
export function ListPage<Row, Sort extends string>(props: Props<Row, Sort>) {
  const { kind, sorting, filter, table: Table, rows, total, all, add } = props;
  const list = props.list ?? listOf(kind, sorting);
  const title = kind.label.many;
  const searchable = all === undefined ? total > 0 || filter.q !== "" : all > 0;
  return (
    <>
      <PageHeader
        title={title}
        beside={all === undefined ? total > 0 && formatNumber(total) : counts(all, total)}
        actions={
          (searchable || add) && (
            <>
              {searchable && props.layout}
              {searchable && (
                <SearchBox
                  action={list.path}
                  label={`Search ${title.toLowerCase()}`}
                  q={filter.q}
                  keep={searchFields(list, filter)}
                />
              )}
              {add && (
                <LinkButton href={`${list.path}/new`}>
                  <Icon of={plusIcon} /> {add}
                </LinkButton>
              )}
            </>
          )
        }
      />
      {props.children}
      {props.board ??
        (rows.length === 0 ? (
          props.empty
        ) : (
          <Table
            {...{ rows, list, filter }}
            look={props.look}
            direction={sortDirection(sorting, filter)}
          />
        ))}
      {!props.board && (
        <Pager
          total={total}
          page={filter.page}
          size={filter.rows}
          href={(page) => listAddress(list, filter, { page })}
          rowsHref={(rows) => listAddress(list, filter, { rows })}
        />
      )}
    </>
  );
}

function counts(all: number, total: number): ReactNode {
  if (all === 0) return null;
  return (
    <span role="status">
      {formatNumber(all)}
      {total !== all && `, ${formatNumber(total)} shown`}
    </span>
  );
}
