import type { Metadata } from "next";
import { BarsChart } from "@/components/charts/bars-chart.tsx";
import { inMemoryTable } from "@/components/reports/in-memory-table.ts";
import { sitesFinding } from "@/components/reports/insights/findings.ts";
import { ReportFrame, sinceField } from "@/components/reports/report-frame.tsx";
import { ReportTable } from "@/components/reports/report-table.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { applicationsPerSite } from "@/lib/reports/documented/queries.ts";
import { appliedSpan } from "@/lib/reports/insights/queries.ts";
import { tableView } from "@/lib/reports/insights/schema.ts";
import { reportRequest } from "../report-request.ts";

export const metadata: Metadata = { title: "Postings per site" };

const path = "/reports/sites";
const drawn = 12;

export default async function SitesReportPage({ searchParams }: PageProps<"/reports/sites">) {
  const { actor, view, since } = await reportRequest(tableView, await searchParams);
  const sites = await applicationsPerSite(actor, since);
  const table = inMemoryTable(sites, view, { sort: "site_count", descending: true });
  const finding = sitesFinding(sites);
  return (
    <ReportFrame
      title="Postings per site"
      path={path}
      days={sinceField(since)}
      finding={finding}
      empty={sites.length === 0 && (await appliedSpan(actor))}
    >
      <Card labelledBy="chart">
        <CardHeader
          id="chart"
          title="Applications per site"
          note={sites.length > drawn && `the ${drawn} busiest`}
        />
        <BarsChart
          lying
          finding={finding}
          name="postings-per-site"
          columns={["Site", "Applications"]}
          cells={sites.map(({ site_name, site_count }) => [site_name || "No name", site_count])}
          rows={sites.slice(0, drawn).map(({ site_name, site_count }) => ({
            label: site_name || "No name",
            values: { site_count },
          }))}
          parts={[{ key: "site_count", label: "Applications", color: "var(--accent)" }]}
        />
      </Card>
      <ReportTable
        title="Sites"
        path={path}
        since={since}
        view={view}
        columns={[
          {
            key: "site_name",
            label: "Site",
            cell: (row) => row.site_name || "No name",
            phone: "title",
            sortable: true,
          },
          {
            key: "site_count",
            label: "Applications",
            cell: (row) => row.site_count,
            phone: "mark",
            align: "end",
            sortable: true,
          },
        ]}
        rowKey={(row) => row.site_name}
        {...table}
      />
    </ReportFrame>
  );
}
