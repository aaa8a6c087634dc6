import type { Column } from "@/components/ui/table.tsx";

type WeekRow = { at: number; year: string; week: string; month: string; week_count: number };

/** The documented report's columns; "at" is the order in time. */
export const weekColumns: Column<WeekRow>[] = [
  { key: "at", label: "Year", cell: (row) => row.year, phone: "title", sortable: true },
  { key: "month", label: "Month", cell: (row) => row.month, sortable: true },
  { key: "week", label: "Week", cell: (row) => Number(row.week), sortable: true },
  {
    key: "week_count",
    label: "Applications",
    cell: (row) => row.week_count,
    phone: "mark",
    align: "end",
    sortable: true,
  },
];
