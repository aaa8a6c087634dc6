import type { Metadata } from "next";
import { BarsChart } from "@/components/charts/bars-chart.tsx";
import { inMemoryTable } from "@/components/reports/in-memory-table.ts";
import { scoreFinding } from "@/components/reports/insights/findings.ts";
import { scoreColumns } from "@/components/reports/insights/score-columns.tsx";
import { ReportFrame, sinceField } from "@/components/reports/report-frame.tsx";
import { ReportTable } from "@/components/reports/report-table.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { appliedSpan } from "@/lib/reports/insights/queries.ts";
import { tableView } from "@/lib/reports/insights/schema.ts";
import { scorecard } from "@/lib/reports/insights/scorecard.ts";
import { reportRequest } from "../report-request.ts";

export const metadata: Metadata = { title: "Which sites pay off?" };

const path = "/reports/scorecard";
const drawn = 12;

export default async function ScorecardPage({ searchParams }: PageProps<"/reports/scorecard">) {
  const { actor, view, since } = await reportRequest(tableView, await searchParams);
  const sites = await scorecard(actor, since);
  const finding = scoreFinding(sites);
  const table = inMemoryTable(
    sites.map((site) => ({
      ...site,
      median_days: site.median_days ?? -1,
      minutes_per_interview: site.minutes_per_interview ?? -1,
    })),
    view,
    { sort: "applications", descending: true },
  );
  return (
    <ReportFrame
      title="Which sites pay off?"
      path={path}
      days={sinceField(since)}
      finding={finding}
      empty={sites.length === 0 && (await appliedSpan(actor))}
    >
      <Card labelledBy="chart">
        <CardHeader id="chart" title="What came of the applications" />
        <BarsChart
          lying
          finding={finding}
          name="site-scorecard"
          columns={[
            "Site",
            "Applied",
            "Answered",
            "Interviews",
            "Median days",
            "Minutes per interview",
          ]}
          cells={sites.map((site) => [
            site.site_name || "No name",
            site.applications,
            site.answered,
            site.interviews,
            site.median_days ?? "",
            site.minutes_per_interview ?? "",
          ])}
          rows={sites.slice(0, drawn).map((site) => ({
            label: site.site_name || "No name",
            values: {
              interviews: site.interviews,
              answered: site.answered - site.interviews,
              rest: site.applications - site.answered,
            },
          }))}
          parts={[
            { key: "interviews", label: "Interview", color: "var(--series-1)" },
            { key: "answered", label: "Answer only", color: "var(--series-2)" },
            { key: "rest", label: "No answer", color: "var(--bar-all)" },
          ]}
        />
      </Card>
      <ReportTable
        title="Sites"
        path={path}
        since={since}
        view={view}
        columns={scoreColumns}
        rowKey={(row) => row.site_id}
        rowHref={(row) => `/sites/${row.site_id}`}
        {...table}
      />
    </ReportFrame>
  );
}
