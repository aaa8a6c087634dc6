import type { Metadata } from "next";
import Link from "next/link";
import { compareFinding } from "@/components/reports/compare-words.ts";
import * as findings from "@/components/reports/findings.ts";
import { paceFinding } from "@/components/reports/pace-words.ts";
import { pipelineFinding } from "@/components/reports/pipeline-words.ts";
import { proofFinding } from "@/components/reports/proof-words.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { dateWords } from "@/components/ui/time-words.ts";
import { requireActor } from "@/lib/auth/current.ts";
import { firstDay } from "@/lib/insights/queries.ts";
import { appliedPerMonth } from "@/lib/insights/reports/applied.ts";
import { compare } from "@/lib/insights/reports/compare.ts";
import { comparedDays } from "@/lib/insights/reports/compare-days.ts";
import { funnel } from "@/lib/insights/reports/funnel.ts";
import { pace } from "@/lib/insights/reports/pace.ts";
import { pipelineOn } from "@/lib/insights/reports/pipeline.ts";
import { proof } from "@/lib/insights/reports/proof.ts";
import { rates } from "@/lib/insights/reports/rates.ts";
import { scorecard } from "@/lib/insights/reports/scorecard.ts";
import { waits } from "@/lib/insights/reports/waits.ts";
import { applicationsPerSite, applicationsPerWeek } from "@/lib/reports/queries.ts";

export const metadata: Metadata = { title: "Reports" };

export default async function ReportsPage() {
  const actor = await requireActor();
  const since = await firstDay(actor);
  const [months, sites, weeks, stages, waited, rated, scores, proved, paced, pipeline, compared] =
    await Promise.all([
      appliedPerMonth(actor, since),
      applicationsPerSite(actor, since),
      applicationsPerWeek(actor, since),
      funnel(actor, since),
      waits(actor, since, { by: undefined, answer: "response" }),
      rates(actor, since, { by: "site" }),
      scorecard(actor, since),
      proof(actor, { starts: "monday", replies: true }),
      pace(actor, since),
      pipelineOn(actor, undefined),
      comparedDays(actor, {}).then((days) => compare(actor, days)),
    ]);
  const reports = [
    ["/reports/funnel", "How far do applications get?", findings.funnelFinding(stages.stages)],
    [
      "/reports/pipeline",
      "Where did everything stand?",
      pipelineFinding(pipeline, dateWords(pipeline.day)),
    ],
    ["/reports/waits", "How long do answers take?", findings.waitsFinding(waited.all)],
    ["/reports/works", "What works?", findings.ratesFinding(rated.all, rated.rows)],
    ["/reports/scorecard", "Which sites pay off?", findings.scoreFinding(scores)],
    ["/reports/pace", "How steady is your pace?", paceFinding(paced)],
    // Its first reading may take seconds, so the overview does not ask for it.
    ["/reports/pay", "What do they pay?", "Advertised pay per year, by title, place and site."],
    ["/reports/compare", "Is it going better than before?", compareFinding(compared)],
    ["/reports/applied", "Postings applied to", findings.appliedFinding(months)],
    ["/reports/sites", "Postings per site", findings.sitesFinding(sites)],
    ["/reports/weeks", "Applications per week", findings.weekRowsFinding(weeks)],
    ["/reports/proof", "Work-search proof", proofFinding(proved.weeks, proved.contacts)],
  ] as const;
  return (
    <>
      <PageHeader
        title="Reports"
        note={<p>What your hunt has taught so far, since {dateWords(since)}.</p>}
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
