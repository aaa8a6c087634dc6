import type { Actor } from "@/lib/accounts/auth/actor.ts";
import { applicationsPerSite, applicationWeeks } from "@/lib/reports/documented/queries.ts";
import { appliedPerMonth } from "@/lib/reports/insights/applied.ts";
import { compare, comparisonPageDays } from "@/lib/reports/insights/compare.ts";
import { funnel } from "@/lib/reports/insights/funnel.ts";
import { pace } from "@/lib/reports/insights/pace.ts";
import { pay } from "@/lib/reports/insights/pay.ts";
import { pipelineOn, pipelineSeries } from "@/lib/reports/insights/pipeline.ts";
import { proof } from "@/lib/reports/insights/proof.ts";
import { rates } from "@/lib/reports/insights/rates.ts";
import { scorecard } from "@/lib/reports/insights/scorecard.ts";
import { waits } from "@/lib/reports/insights/waits.ts";

export type Overview = Awaited<ReturnType<typeof overview>>;

/** What the overview says and draws of each report, each as its own page shows it at first. */
export async function overview(actor: Actor, since: string) {
  const days = await comparisonPageDays(actor, {});
  const [stages, waited, rated, scores, compared, paid] = await Promise.all([
    funnel(actor, since),
    waits(actor, since, { by: undefined, answer: "any" }),
    rates(actor, since, { by: "site" }),
    scorecard(actor, since),
    compare(actor, days),
    pay(actor, since, "place"),
  ]);
  const [paced, pipeline, series, proved, months, sites, weeks] = await Promise.all([
    pace(actor, since),
    pipelineOn(actor, undefined),
    pipelineSeries(actor),
    proof(actor, { starts: "monday", replies: true }),
    appliedPerMonth(actor, since),
    applicationsPerSite(actor, since),
    applicationWeeks(actor, since),
  ]);
  return {
    ...{ stages, waited, rated, scores, compared, paid },
    ...{ paced, pipeline, series, proved, months, sites, weeks },
  };
}
