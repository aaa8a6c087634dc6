import { formatDate } from "@/components/ui/format.ts";
import type { Column } from "@/components/ui/table.tsx";
import { formatPercent } from "../../ui/format.ts";

/** A site's score as the table sorts it: -1 where there is no number. */
type Row = {
  site_id: number;
  site_name: string;
  applications: number;
  answered: number;
  interviews: number;
  median_days: number;
  minutes_per_interview: number;
  last_visited_at: string;
};

const number = (value: number) => (value < 0 ? "–" : value);

export const scoreColumns: Column<Row>[] = [
  {
    key: "site_name",
    label: "Site",
    cell: (row) => row.site_name || "No name",
    phone: "title",
    sortable: true,
  },
  {
    key: "applications",
    label: "Applied",
    cell: (row) => row.applications,
    phone: "mark",
    align: "end",
    sortable: true,
  },
  {
    key: "answered",
    label: "Answered",
    cell: (row) => (
      <>
        {row.answered} <span className="phone-word">answered </span>(
        {formatPercent(row.answered / row.applications)})
      </>
    ),
    align: "end",
    sortable: true,
  },
  {
    key: "interviews",
    label: "Interviews",
    cell: (row) => (
      <>
        {row.interviews}
        <span className="phone-word"> interviews</span>
      </>
    ),
    align: "end",
    sortable: true,
  },
  {
    key: "median_days",
    label: "Days to answer",
    cell: (row) => number(row.median_days),
    align: "end",
    phone: "hide",
    sortable: true,
  },
  {
    key: "minutes_per_interview",
    size: "l",
    label: "Min. per interview",
    cell: (row) => number(row.minutes_per_interview),
    align: "end",
    phone: "hide",
    sortable: true,
  },
  {
    key: "last_visited_at",
    label: "Last visited",
    cell: (row) => formatDate(row.last_visited_at),
    phone: "hide",
    sortable: true,
  },
];
