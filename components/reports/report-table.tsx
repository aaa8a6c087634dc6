import type { ReactNode } from "react";
import { Chip } from "@/components/ui/chips.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { SearchBox } from "@/components/ui/search-box.tsx";
import { type Column, DataTable } from "@/components/ui/table.tsx";
import type { TableView } from "@/lib/reports/insights/schema.ts";
import { pathWithQuery } from "@/lib/urls.ts";

type Props<Row> = {
  title: string;
  path: string;
  since?: string;
  view: TableView;
  /** more of the address to keep */
  keep?: Record<string, string | undefined>;
  sortedBy: string;
  descending: boolean;
  /** each sorts unless it says otherwise */
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string | number;
  rowHref?: (row: Row) => string;
  total: number;
  size: number;
  end?: ReactNode;
  /** what to say where there are no rows */
  none?: ReactNode;
};

/** A report's rows: filtered, sorted, 25, 50 or all at once, all by their address. */
export function ReportTable<Row>(props: Props<Row>) {
  const { title, path, since, view, keep = {}, rows, total, size } = props;
  const query = { since, ...keep, q: view.q, sort: view.sort, dir: view.dir, show: view.show };
  if (total === 0 && !view.q) {
    return (
      <section className="report-table" aria-label={title}>
        <h2>{title}</h2>
        <p className="report-notes">{props.none ?? "Nothing to list."}</p>
      </section>
    );
  }
  return (
    <section className="report-table" aria-label={title}>
      <h2>{title}</h2>
      <div className="chips">
        <SearchBox
          action={path}
          label="Search these rows"
          q={view.q}
          keep={{ ...query, q: undefined }}
        />
        <nav className="chips" aria-label="Rows a page">
          <span className="dim">Rows</span>
          {(["25", "50", "all"] as const).map((show) => (
            <Chip
              key={show}
              href={pathWithQuery(path, { ...query, show })}
              active={view.show === show}
            >
              {show === "all" ? "All" : show}
            </Chip>
          ))}
        </nav>
        {props.end && <div className="chips__end">{props.end}</div>}
      </div>
      {view.q && <p className="report-asked">Rows with “{view.q}”</p>}
      {rows.length === 0 ? (
        <p className="report-notes">Nothing matches “{view.q}”.</p>
      ) : (
        <DataTable
          label={title}
          columns={props.columns.map((column) => ({ sortable: true, ...column }))}
          rows={rows}
          rowKey={props.rowKey}
          rowHref={props.rowHref}
          sorting={{
            by: props.sortedBy,
            descending: props.descending,
            href: (by, descending) =>
              pathWithQuery(path, { ...query, sort: by, dir: descending ? "desc" : "asc" }),
          }}
        />
      )}
      <Pager
        {...{ total, page: view.page, size }}
        href={(page) => pathWithQuery(path, { ...query, page })}
      />
    </section>
  );
}
