import type { Metadata } from "next";
import * as findings from "@/components/reports/insights/findings.ts";
import { pipelineFinding } from "@/components/reports/insights/pipeline-words.ts";
import { proofFinding } from "@/components/reports/insights/proof-words.ts";
import { formatDate } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { applicationsPerSite } from "@/lib/reports/documented/queries.ts";
import { funnel } from "@/lib/reports/insights/funnel.ts";
import { pipelineOn } from "@/lib/reports/insights/pipeline.ts";
import { proof } from "@/lib/reports/insights/proof.ts";
import { firstDay } from "@/lib/reports/insights/queries.ts";
import { rates } from "@/lib/reports/insights/rates.ts";
import { scorecard } from "@/lib/reports/insights/scorecard.ts";
import { waits } from "@/lib/reports/insights/waits.ts";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage() {
  const actor = await requireActor();
  const since = await firstDay(actor);
  const [sites, stages, waited, rated, scores, proved, pipeline] = await Promise.all([
    applicationsPerSite(actor, since),
    funnel(actor, since),
    waits(actor, since, { by: undefined, answer: "any" }),
    rates(actor, since, { by: "site" }),
    scorecard(actor, since),
    proof(actor, { starts: "monday", replies: true }),
    pipelineOn(actor, undefined),
  ]);
  // A sentence for each that is cheap to ask; the others say what they show.
  const reports = [
    ["/reports/funnel", "How far do applications get?", findings.funnelFinding(stages.stages)],
    [
      "/reports/pipeline",
      "Where did everything stand?",
      pipelineFinding(pipeline, formatDate(pipeline.day)),
    ],
    ["/reports/waits", "How long do answers take?", findings.waitsFinding(waited)],
    ["/reports/works", "What works?", findings.ratesFinding(rated.all, rated.rows)],
    ["/reports/scorecard", "Which sites pay off?", findings.scoreFinding(scores)],
    [
      "/reports/pace",
      "How steady is your pace?",
      "Applications by day and week, against your goal.",
    ],
    ["/reports/pay", "What do they pay?", "Advertised pay per year, by title, place and site."],
    [
      "/reports/compare",
      "Is it going better than before?",
      "Two dates, and every figure since each, side by side.",
    ],
    [
      "/reports/applied",
      "Postings applied to",
      "Each application since a date, and how many a month.",
    ],
    ["/reports/sites", "Postings per site", findings.sitesFinding(sites)],
    ["/reports/weeks", "Applications per week", "How many applications each week saw."],
    ["/reports/proof", "Work-search proof", proofFinding(proved.weeks, proved.contacts)],
  ] as const;
  return (
    <>
      <PageHeader
        title="Reports"
        note={<p>What your hunt has taught so far, since {formatDate(since)}.</p>}
      />
      <ul className="report-list">
        {reports.map(([href, title, finding]) => (
          <li key={href}>
            <Link href={href}>
              <h2>{title}</h2>
              <p>{finding}</p>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
