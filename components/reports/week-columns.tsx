import { formatDate } from "@/components/ui/format.ts";
import type { Column } from "@/components/ui/table.tsx";
import { goalWords, type WeekRow } from "./insights/pace-words.ts";

type DocumentedRow = { at: number; year: string; week: string; month: string; week_count: number };

/** The documented report's columns; "at" is the order in time. */
export const weekColumns: Column<DocumentedRow>[] = [
  { key: "at", label: "Year", cell: (row) => row.year, phone: "title" },
  { key: "month", label: "Month", cell: (row) => row.month },
  { key: "week", label: "Week", cell: (row) => Number(row.week) },
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
    { key: "number", label: "Week", cell: (row) => row.number },
    { key: "count", label: "Applications", cell: (row) => row.count, phone: "mark", align: "end" },
  ];
  if (!goal) return columns;
  const cell = ({ count, over }: PaceRow) => goalWords({ count, over: over === 1 }, goal);
  return [...columns, { key: "goal", label: "Goal", cell, sortable: false }];
}
