import "server-only";
import type { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { parseInput } from "../../fields.ts";
import { ok, operation } from "../../http/operation.ts";
import { compare, comparisonDays } from "./compare.ts";
import { compareShape } from "./compare-figures.ts";
import { funnel, funnelShape } from "./funnel.ts";
import { pace, paceShape } from "./pace.ts";
import { pay, payShape } from "./pay.ts";
import { pipelineOn, pipelineSeries, pipelineShape } from "./pipeline.ts";
import { proof, proofShape } from "./proof.ts";
import { firstDay } from "./queries.ts";
import { rates, ratesShape } from "./rates.ts";
import {
  compareSample,
  funnelSample,
  paceSample,
  paySample,
  pipelineSample,
  proofSample,
  ratesSample,
  scoresSample,
  waitsSample,
} from "./samples.ts";
import {
  compareQuery,
  payQuery,
  pipelineQuery,
  proofQuery,
  ratesQuery,
  sinceQuery,
  waitsQuery,
} from "./schema.ts";
import { scorecard, scoresShape } from "./scorecard.ts";
import { waits, waitsShape } from "./waits.ts";

type Report<Query> = {
  id: string;
  path: string;
  summary: string;
  query: z.ZodType<Query>;
  /** its response: what it is, its shape and an example */
  description: string;
  schema: z.ZodType;
  sample: unknown;
  /** why a query is refused */
  badRequest?: string;
  make: (actor: Actor, query: Query) => Promise<unknown>;
};

/** The operation that answers a query with a report. */
function report<Query>({
  query,
  description,
  schema,
  sample,
  badRequest = "A day that does not exist, or an unknown parting",
  make,
  ...named
}: Report<Query>) {
  return operation({
    ...named,
    method: "GET",
    tag: "Insights",
    access: "user",
    query,
    responses: { 200: { description, schema }, 400: { description: badRequest } },
    example: { response: sample },
    run: async ({ actor, url }) =>
      ok(await make(actor, parseInput(query, Object.fromEntries(url.searchParams)))),
  });
}

// The requested start day, or the actor's default.
const startOf = async (actor: Actor, { since }: { since?: string | undefined }) =>
  since ?? (await firstDay(actor));

export const readFunnel = report({
  id: "read_funnel",
  path: "/api/insights/funnel",
  summary: "How far applications since a day came and where they ended, by their logs",
  query: sinceQuery,
  description: "The funnel",
  schema: funnelShape,
  sample: funnelSample,
  make: async (actor, query) => funnel(actor, await startOf(actor, query)),
});

export const readWaits = report({
  id: "read_waits",
  path: "/api/insights/waits",
  summary: "How long applications since a day waited for an answer (Kaplan–Meier, log-rank)",
  query: waitsQuery,
  description: "The curves",
  schema: waitsShape,
  sample: waitsSample,
  make: async (actor, query) => waits(actor, await startOf(actor, query), query),
});

export const readRates = report({
  id: "read_rates",
  path: "/api/insights/rates",
  summary: "Answer, interview and offer rates since a day (Wilson's intervals, Holm's correction)",
  query: ratesQuery,
  description: "The rates",
  schema: ratesShape,
  sample: ratesSample,
  make: async (actor, query) => rates(actor, await startOf(actor, query), query),
});

export const readSites = report({
  id: "read_site_scores",
  path: "/api/insights/sites",
  summary: "What each site gave for the work put into it, since a day",
  query: sinceQuery,
  description: "The sites",
  schema: scoresShape,
  sample: scoresSample,
  make: async (actor, query) => scorecard(actor, await startOf(actor, query)),
});

export const readProof = report({
  id: "read_proof",
  path: "/api/insights/proof",
  summary:
    "A work-search proof: your contacts with employers in a period, at most 53 weeks and 1,000 lines",
  query: proofQuery,
  description: "The weeks and their contacts",
  schema: proofShape,
  sample: proofSample,
  badRequest: "A day that does not exist, or a last day before the first",
  make: (actor, { week_start: starts, ...period }) => proof(actor, { ...period, starts }),
});

export const readPace = report({
  id: "read_pace",
  path: "/api/insights/pace",
  summary: "Applications by day and by week since a day, against your goal, and your streaks",
  query: sinceQuery,
  description: "The pace",
  schema: paceShape,
  sample: paceSample,
  make: async (actor, query) => pace(actor, await startOf(actor, query)),
});

export const readPayReport = report({
  id: "read_pay",
  path: "/api/insights/pay",
  summary: "Advertised pay since a day, per year and currency: quartiles by title, place or site",
  query: payQuery,
  description: "The pay",
  schema: payShape,
  sample: paySample,
  make: async (actor, query) => pay(actor, await startOf(actor, query), query.by),
});

export const readPipeline = report({
  id: "read_pipeline",
  path: "/api/insights/pipeline",
  summary: "How many postings had which status at the end of a day (today, or a day before it)",
  query: pipelineQuery,
  description: "The pipeline, and week by week if asked for",
  schema: pipelineShape,
  sample: pipelineSample,
  badRequest: "A day that does not exist, or an unknown series",
  make: async (actor, query) => {
    const [found, series] = await Promise.all([
      pipelineOn(actor, query.day),
      query.series === "week" ? pipelineSeries(actor, { stepDays: 7 }) : null,
    ]);
    return { ...found, series };
  },
});

export const readCompare = report({
  id: "read_compare",
  path: "/api/insights/compare",
  summary:
    "Two periods side by side, and which differences may be noise (Holm's correction, log-rank)",
  query: compareQuery,
  description: "Both periods and every figure's difference",
  schema: compareShape,
  sample: compareSample,
  badRequest: "A day that does not exist, or a second day that is not after the first",
  make: async (actor, asked) => compare(actor, await comparisonDays(actor, asked)),
});
