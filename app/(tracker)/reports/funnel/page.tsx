import type { Metadata } from "next";
import { funnelFinding } from "@/components/reports/insights/findings.ts";
import { FlowCard } from "@/components/reports/insights/flow-card.tsx";
import { exitLabels, stageLabels } from "@/components/reports/insights/flow-model.ts";
import { FunnelCard } from "@/components/reports/insights/funnel-card.tsx";
import { appliedColumns } from "@/components/reports/posting-columns.tsx";
import { ReportFrame, sinceField } from "@/components/reports/report-frame.tsx";
import { ReportTable } from "@/components/reports/report-table.tsx";
import { pluralize } from "@/components/ui/format.ts";
import { getProfile } from "@/lib/accounts/users/queries.ts";
import { appliedSorts, searchApplied } from "@/lib/reports/insights/applied.ts";
import { funnel } from "@/lib/reports/insights/funnel.ts";
import { appliedSpan, countUndated } from "@/lib/reports/insights/queries.ts";
import { funnelView } from "@/lib/reports/insights/schema.ts";
import { silenceAfterDays } from "@/lib/reports/insights/values.ts";
import { reportRequest } from "../report-request.ts";

export const metadata: Metadata = { title: "How far do applications get?" };

const path = "/reports/funnel";

export default async function FunnelPage({ searchParams }: PageProps<"/reports/funnel">) {
  const { actor, view, since } = await reportRequest(funnelView, await searchParams);
  const { stage, exit } = view;
  const [found, undated, list, { first_name, last_name }] = await Promise.all([
    funnel(actor, since),
    countUndated(actor),
    stage ? searchApplied(actor, since, view) : null,
    getProfile(actor),
  ]);
  const finding = funnelFinding(found.stages);
  return (
    <ReportFrame
      title="How far do applications get?"
      path={path}
      days={sinceField(since)}
      finding={finding}
      empty={!found.stages[0]?.count && (await appliedSpan(actor))}
    >
      <FlowCard
        funnel={found}
        finding={finding}
        path={path}
        chosen={{ stage, exit }}
        owner={`${first_name} ${last_name}`.trim()}
      />
      {list && stage && (
        <div id="behind" className="report-behind">
          <ReportTable
            title={`${stageLabels[stage]}${exit ? `: ${exitLabels[exit].toLowerCase()}` : ""}`}
            path={path}
            since={since}
            view={view}
            keep={{ stage, exit }}
            sortedBy={appliedSorts.includes(view.sort) ? view.sort : "applied_at"}
            descending={view.dir !== "asc"}
            columns={appliedColumns}
            rowKey={(row) => row.id}
            rowHref={(row) => `/postings/${row.id}`}
            {...list}
          />
        </div>
      )}
      <FunnelCard {...found} finding={finding} path={path} chosen={{ stage, exit }} />
      <p className="report-notes">
        Read from each posting’s history, so a rejected application keeps the interview it had. No
        word for {silenceAfterDays} days counts as silence. {pluralize(found.saved, "posting")}{" "}
        saved and not applied to yet.
        {undated > 0 && ` ${pluralize(undated, "application")} without a day left out.`}
      </p>
    </ReportFrame>
  );
}
