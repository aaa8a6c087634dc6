import type { Metadata } from "next";
import { BarsChart } from "@/components/charts/bars-chart.tsx";
import { appliedFinding } from "@/components/reports/insights/findings.ts";
import { appliedColumns } from "@/components/reports/posting-columns.tsx";
import { ReportFrame, sinceField } from "@/components/reports/report-frame.tsx";
import { ReportTable } from "@/components/reports/report-table.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { formatMonth } from "@/components/ui/format.ts";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { appliedPerMonth, appliedSorts, searchApplied } from "@/lib/reports/insights/applied.ts";
import { appliedSpan } from "@/lib/reports/insights/queries.ts";
import { tableView } from "@/lib/reports/insights/schema.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { reportRequest } from "../report-request.ts";

export const metadata: Metadata = { title: "Postings applied to" };

const path = "/reports/applied";

export default async function AppliedPage({ searchParams }: PageProps<"/reports/applied">) {
  const { actor, view, since } = await reportRequest(tableView, await searchParams);
  const [months, found] = await Promise.all([
    appliedPerMonth(actor, since),
    searchApplied(actor, since, view),
  ]);
  const finding = appliedFinding(months);
  return (
    <ReportFrame
      title="Postings applied to"
      path={path}
      days={sinceField(since)}
      finding={finding}
      empty={months.length === 0 && (await appliedSpan(actor))}
    >
      <Card labelledBy="chart">
        <CardHeader id="chart" title="Applications per month" />
        <BarsChart
          finding={finding}
          name="postings-applied"
          columns={["Month", "Applied"]}
          cells={months.map(({ month, count }) => [formatMonth(month), count])}
          rows={months.map(({ month, count }) => ({
            label: formatMonth(month),
            values: { count },
          }))}
          parts={[{ key: "count", label: "Applied", color: "var(--accent)" }]}
        />
      </Card>
      <ReportTable
        title="Applications"
        path={path}
        since={since}
        view={view}
        sortedBy={appliedSorts.includes(view.sort) ? view.sort : "applied_at"}
        descending={view.dir !== "asc"}
        columns={appliedColumns}
        rows={found.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/postings/${row.id}`}
        total={found.total}
        size={found.size}
        end={
          <PlainLink className="chip" href={pathWithQuery(`${path}/csv`, { since })}>
            All as CSV
          </PlainLink>
        }
      />
    </ReportFrame>
  );
}
