import type { Metadata } from "next";
import { BarsChart } from "@/components/charts/bars-chart.tsx";
import { inMemoryTable } from "@/components/reports/in-memory-table.ts";
import { weekRowsFinding } from "@/components/reports/insights/findings.ts";
import { ReportFrame } from "@/components/reports/report-frame.tsx";
import { ReportTable } from "@/components/reports/report-table.tsx";
import { weekColumns } from "@/components/reports/week-columns.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { applicationsPerWeek } from "@/lib/reports/documented/queries.ts";
import { tableView } from "@/lib/reports/insights/schema.ts";
import { reportRequest } from "../report-request.ts";

export const metadata: Metadata = { title: "Applications per week" };

const path = "/reports/weeks";

export default async function WeeksReportPage({ searchParams }: PageProps<"/reports/weeks">) {
  const { actor, view, since } = await reportRequest(tableView, await searchParams);
  const weeks = (await applicationsPerWeek(actor, since)).map((row, at) => ({ ...row, at }));
  const table = inMemoryTable(weeks, view, { sort: "at", descending: true });
  const finding = weekRowsFinding(weeks);
  const label = (row: (typeof weeks)[number]) =>
    `${row.year} w${row.week} ${row.month.slice(0, 3)}`;
  return (
    <ReportFrame
      title="Applications per week"
      path={path}
      since={since}
      finding={finding}
      empty={weeks.length === 0}
    >
      <Card labelledBy="chart">
        <CardHeader id="chart" title="Applications per week and month" />
        <BarsChart
          finding={finding}
          name="applications-per-week"
          columns={["Week", "Year", "Month", "Applications"]}
          cells={weeks.map((row) => [label(row), row.year, row.month, row.week_count])}
          rows={weeks.map((row) => ({ label: label(row), values: { count: row.week_count } }))}
          parts={[{ key: "count", label: "Applications", color: "var(--accent)" }]}
        />
      </Card>
      <ReportTable
        title="Weeks"
        path={path}
        since={since}
        view={view}
        columns={weekColumns}
        rowKey={(row) => row.at}
        {...table}
      />
      <p className="report-notes">
        Weeks begin on Monday; the days before a year’s first Monday are its week 0. A week that
        lies in two months has a row for each.
      </p>
    </ReportFrame>
  );
}
