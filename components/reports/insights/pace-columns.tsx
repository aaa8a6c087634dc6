import { formatDate } from "@/components/ui/format.ts";
import type { Column } from "@/components/ui/table.tsx";
import { goalWords } from "./pace-words.ts";

type Row = { week_start: string; number: string; count: number; over: number };

/** The weeks; the last column only where there is a goal. */
export function paceColumns(goal: number | null): Column<Row>[] {
  return [
    {
      key: "week_start",
      label: "Week of",
      cell: (row) => formatDate(row.week_start),
      phone: "title",
      sortable: true,
    },
    { key: "number", label: "Week", cell: (row) => row.number, sortable: true },
    {
      key: "count",
      label: "Applications",
      cell: (row) => row.count,
      phone: "mark",
      align: "end",
      sortable: true,
    },
    ...(goal
      ? [
          {
            key: "goal",
            label: "Goal",
            cell: (row: Row) => goalWords({ count: row.count, over: row.over === 1 }, goal),
          },
        ]
      : []),
  ];
}
