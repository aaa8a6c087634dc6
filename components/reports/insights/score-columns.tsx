import { formatDate, formatNumber, formatPercent } from "@/components/ui/format.ts";
import type { Column } from "@/components/ui/table.tsx";
import type { SiteScore } from "@/lib/reports/insights/scorecard.ts";

/** A site's score as the table sorts it: -1 where there is no number. */
type Row = { [Key in keyof SiteScore]: NonNullable<SiteScore[Key]> };

const number = (value: number) => (value < 0 ? "" : formatNumber(value));

export const scoreColumns: Column<Row>[] = [
  {
    key: "site_name",
    label: "Site",
    cell: (row) => row.site_name || "No name",
    phone: "title",
  },
  {
    key: "applications",
    label: "Applied",
    cell: (row) => formatNumber(row.applications),
    phone: "mark",
    align: "end",
  },
  {
    key: "answered",
    label: "Answered",
    cell: (row) =>
      row.answered === 0
        ? "0"
        : `${formatNumber(row.answered)} (${formatPercent(row.answered / row.applications)})`,
    align: "end",
    phone: "fact",
  },
  {
    key: "interviews",
    label: "Interviews",
    cell: (row) => formatNumber(row.interviews),
    align: "end",
    phone: "fact",
  },
  {
    key: "median_days",
    label: "Days to answer",
    cell: (row) => number(row.median_days),
    align: "end",
    phone: "fact",
  },
  {
    key: "minutes_per_interview",
    label: "Min. per interview",
    cell: (row) => number(row.minutes_per_interview),
    align: "end",
    phone: "fact",
  },
  {
    key: "last_visited_at",
    label: "Last visited",
    cell: (row) => formatDate(row.last_visited_at),
    whole: true,
    phone: "fact",
  },
];
