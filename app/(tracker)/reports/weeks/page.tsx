import type { Metadata } from "next";
import { BarsChart } from "@/components/charts/bars-chart.tsx";
import { inMemoryTable } from "@/components/reports/in-memory-table.ts";
import { weekRowsFinding } from "@/components/reports/insights/findings.ts";
import { ReportFrame, sinceField } from "@/components/reports/report-frame.tsx";
import { ReportTable } from "@/components/reports/report-table.tsx";
import { weekColumns } from "@/components/reports/week-columns.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { formatDate, formatDay } from "@/components/ui/format.ts";
import { applicationsPerWeek, applicationWeeks } from "@/lib/reports/documented/queries.ts";
import { appliedSpan } from "@/lib/reports/insights/queries.ts";
import { tableView } from "@/lib/reports/insights/schema.ts";
import { reportRequest } from "../report-request.ts";

export const metadata: Metadata = { title: "Applications per week" };

const path = "/reports/weeks";

export default async function WeeksReportPage({ searchParams }: PageProps<"/reports/weeks">) {
  const { actor, view, since } = await reportRequest(tableView, await searchParams);
  const [weeks, documented] = await Promise.all([
    applicationWeeks(actor, since),
    applicationsPerWeek(actor, since),
  ]);
  const table = inMemoryTable(weeks, view, { sort: "week_start", descending: true });
  const finding = weekRowsFinding(weeks);
  return (
    <ReportFrame
      title="Applications per week"
      path={path}
      days={sinceField(since)}
      finding={finding}
      empty={weeks.length === 0 && (await appliedSpan(actor))}
    >
      <Card labelledBy="chart">
        <CardHeader id="chart" title="Applications per week" />
        <BarsChart
          finding={finding}
          name="applications-per-week"
          columns={["Week of", "Applications"]}
          cells={weeks.map((row) => [formatDate(row.week_start), row.week_count])}
          csv={{
            columns: ["year", "month", "week", "week_count"],
            rows: documented.map((row) => [row.year, row.month, row.week, row.week_count]),
          }}
          rows={weeks.map((row) => ({
            label: formatDay(row.week_start),
            values: { count: row.week_count },
          }))}
          parts={[{ key: "count", label: "Applications", color: "var(--accent)" }]}
        />
      </Card>
      <ReportTable
        title="Weeks"
        path={path}
        since={since}
        view={view}
        columns={weekColumns}
        rowKey={(row) => row.week_start}
        {...table}
      />
      <p className="report-notes">
        Weeks begin on Monday. The CSV has them as the API numbers them: by year and month, where
        the days before a year’s first Monday are its week 0 and a week of two months has a row for
        each.
      </p>
    </ReportFrame>
  );
}
