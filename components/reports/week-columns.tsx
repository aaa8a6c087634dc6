import { formatDate } from "@/components/ui/format.ts";
import type { Column } from "@/components/ui/table.tsx";
import type { ApplicationWeek } from "@/lib/reports/documented/queries.ts";
import { goalWords, type WeekRow } from "./insights/pace-words.ts";

/** Weeks by their Monday, and the applications in each. */
export const weekColumns: Column<ApplicationWeek>[] = [
  {
    key: "week_start",
    label: "Week of",
    cell: (row) => formatDate(row.week_start),
    phone: "title",
  },
  {
    key: "week_count",
    label: "Applications",
    cell: (row) => row.week_count,
    phone: "mark",
    align: "end",
  },
];

type PaceRow = Omit<WeekRow, "over"> & { over: number };

/** The weeks of the pace; the last column only where there is a goal. */
export function paceColumns(goal: number | null): Column<PaceRow>[] {
  const columns: Column<PaceRow>[] = [
    {
      key: "week_start",
      label: "Week of",
      cell: (row) => formatDate(row.week_start),
      phone: "title",
    },
    { key: "count", label: "Applications", cell: (row) => row.count, phone: "mark", align: "end" },
  ];
  if (!goal) return columns;
  const cell = ({ count, over }: PaceRow) => goalWords({ count, over: over === 1 }, goal);
  return [...columns, { key: "goal", label: "Goal", cell, sortable: false }];
}
