import type { Metadata } from "next";
import { ratesFinding } from "@/components/reports/insights/findings.ts";
import { RatesCard, RatesTable } from "@/components/reports/insights/rates-card.tsx";
import { ReportFrame, sinceField } from "@/components/reports/report-frame.tsx";
import { pluralize } from "@/components/ui/format.ts";
import { appliedSpan, countUndated } from "@/lib/reports/insights/queries.ts";
import { rates } from "@/lib/reports/insights/rates.ts";
import { ratesView } from "@/lib/reports/insights/schema.ts";
import { type Grouping, groupings } from "@/lib/reports/insights/values.ts";
import { reportRequest } from "../report-request.ts";

export const metadata: Metadata = { title: "What works?" };

const path = "/reports/works";

export default async function WorksPage({ searchParams }: PageProps<"/reports/works">) {
  const { actor, view, since } = await reportRequest(ratesView, await searchParams);
  const { by } = view;
  const [found, undated] = await Promise.all([rates(actor, since, { by }), countUndated(actor)]);
  const finding = ratesFinding(found.all, found.rows);
  return (
    <ReportFrame
      title="What works?"
      path={path}
      days={sinceField(since)}
      finding={finding}
      keep={{ by }}
      empty={found.all.applications === 0 && (await appliedSpan(actor))}
      choices={(Object.keys(groupings) as Grouping[]).map((part) => ({
        label: groupings[part],
        query: { by: part },
        active: by === part,
      }))}
    >
      <RatesCard rows={found.rows} finding={finding} name={`rates-by-${by}`} />
      <RatesTable rows={found.rows} label={groupings[by]} />
      <p className="report-notes">
        Rates with Wilson’s 95% intervals. Each group is compared with all the others, with Holm’s
        correction for {pluralize(found.rows.length, "comparison")}; “could be chance” means that
        the difference is not significant.
        {undated > 0 && ` ${pluralize(undated, "application")} without a day left out.`}
      </p>
    </ReportFrame>
  );
}
