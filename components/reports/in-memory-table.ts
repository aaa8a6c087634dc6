import type { TableView } from "@/lib/reports/insights/schema.ts";

/** Filters, sorts and pages a table that is small and in memory already (sites, weeks). */
export function inMemoryTable<Row extends Record<string, string | number>>(
  rows: Row[],
  view: TableView,
  defaults: { sort: keyof Row & string; descending: boolean },
) {
  const sortedBy = rows[0] && Object.hasOwn(rows[0], view.sort) ? view.sort : defaults.sort;
  const descending = view.dir ? view.dir === "desc" : defaults.descending;
  const needle = view.q.toLowerCase();
  const matching = rows.filter(
    (row) =>
      !needle || Object.values(row).some((cell) => String(cell).toLowerCase().includes(needle)),
  );
  const ordered = matching.toSorted(
    (a, b) => compare(a[sortedBy], b[sortedBy]) * (descending ? -1 : 1),
  );
  const size = view.show === "all" ? Math.max(1, ordered.length) : Number(view.show);
  return {
    rows: ordered.slice((view.page - 1) * size, view.page * size),
    total: ordered.length,
    size,
    sortedBy,
    descending,
  };
}

function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en");
}
