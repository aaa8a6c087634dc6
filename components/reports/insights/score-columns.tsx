import { formatDate, formatPercent } from "@/components/ui/format.ts";
import type { Column } from "@/components/ui/table.tsx";
import type { SiteScore } from "@/lib/reports/insights/scorecard.ts";

/** A site's score as the table sorts it: -1 where there is no number. */
type Row = { [Key in keyof SiteScore]: NonNullable<SiteScore[Key]> };

const number = (value: number) => (value < 0 ? "–" : value);

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
    cell: (row) => row.applications,
    phone: "mark",
    align: "end",
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
  },
  {
    key: "median_days",
    label: "Days to answer",
    cell: (row) => number(row.median_days),
    align: "end",
    phone: "hide",
  },
  {
    key: "minutes_per_interview",
    size: "l",
    label: "Min. per interview",
    cell: (row) => number(row.minutes_per_interview),
    align: "end",
    phone: "hide",
  },
  {
    key: "last_visited_at",
    label: "Last visited",
    cell: (row) => formatDate(row.last_visited_at),
    phone: "hide",
  },
];
