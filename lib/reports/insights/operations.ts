import "server-only";
import type { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { parseInput } from "../../fields.ts";
import { ok, operation } from "../../http/operation.ts";
import { compare } from "./compare.ts";
import { comparisonDays } from "./compare-days.ts";
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

// The parsed query, and its start day or the actor's default.
async function parseSinceQuery<Query extends { since?: string }>(
  actor: Actor,
  shape: z.ZodType<Query>,
  url: URL,
): Promise<[string, Query]> {
  const query = parseInput(shape, Object.fromEntries(url.searchParams));
  return [query.since ?? (await firstDay(actor)), query];
}

const badRequest = { description: "A day that does not exist, or an unknown parting" };
const common = { method: "GET", tag: "Insights", access: "user" } as const;

export const readFunnel = operation({
  ...common,
  id: "read_funnel",
  path: "/api/insights/funnel",
  summary: "How far applications since a day came and where they ended, by their logs",
  query: sinceQuery,
  responses: { 200: { description: "The funnel", schema: funnelShape }, 400: badRequest },
  example: { response: funnelSample },
  run: async ({ actor, url }) => {
    const [since] = await parseSinceQuery(actor, sinceQuery, url);
    return ok(await funnel(actor, since));
  },
});

export const readWaits = operation({
  ...common,
  id: "read_waits",
  path: "/api/insights/waits",
  summary: "How long applications since a day waited for an answer (Kaplan–Meier, log-rank)",
  query: waitsQuery,
  responses: { 200: { description: "The curves", schema: waitsShape }, 400: badRequest },
  example: { response: waitsSample },
  run: async ({ actor, url }) => {
    const [since, query] = await parseSinceQuery(actor, waitsQuery, url);
    return ok(await waits(actor, since, query));
  },
});

export const readRates = operation({
  ...common,
  id: "read_rates",
  path: "/api/insights/rates",
  summary: "Answer, interview and offer rates since a day (Wilson's intervals, Holm's correction)",
  query: ratesQuery,
  responses: { 200: { description: "The rates", schema: ratesShape }, 400: badRequest },
  example: { response: ratesSample },
  run: async ({ actor, url }) => {
    const [since, query] = await parseSinceQuery(actor, ratesQuery, url);
    return ok(await rates(actor, since, query));
  },
});

export const readSites = operation({
  ...common,
  id: "read_site_scores",
  path: "/api/insights/sites",
  summary: "What each site gave for the work put into it, since a day",
  query: sinceQuery,
  responses: { 200: { description: "The sites", schema: scoresShape }, 400: badRequest },
  example: { response: scoresSample },
  run: async ({ actor, url }) => {
    const [since] = await parseSinceQuery(actor, sinceQuery, url);
    return ok(await scorecard(actor, since));
  },
});

export const readProof = operation({
  ...common,
  id: "read_proof",
  path: "/api/insights/proof",
  summary:
    "A work-search proof: your contacts with employers in whole weeks, at most 53 and 1,000 lines",
  query: proofQuery,
  example: { response: proofSample },
  responses: {
    200: { description: "The weeks and their contacts", schema: proofShape },
    400: { description: "A day that does not exist, or a last day before the first" },
  },
  run: async ({ actor, url }) => {
    const asked = parseInput(proofQuery, Object.fromEntries(url.searchParams));
    const { week_start: starts, ...period } = asked;
    return ok(await proof(actor, { ...period, starts }));
  },
});

export const readPace = operation({
  ...common,
  id: "read_pace",
  path: "/api/insights/pace",
  summary: "Applications by day and by week since a day, against your goal, and your streaks",
  query: sinceQuery,
  responses: { 200: { description: "The pace", schema: paceShape }, 400: badRequest },
  example: { response: paceSample },
  run: async ({ actor, url }) => {
    const [since] = await parseSinceQuery(actor, sinceQuery, url);
    return ok(await pace(actor, since));
  },
});

export const readPayReport = operation({
  ...common,
  id: "read_pay",
  path: "/api/insights/pay",
  summary: "Advertised pay since a day, per year and currency: quartiles by title, place or site",
  query: payQuery,
  responses: { 200: { description: "The pay", schema: payShape }, 400: badRequest },
  example: { response: paySample },
  run: async ({ actor, url }) => {
    const [since, query] = await parseSinceQuery(actor, payQuery, url);
    return ok(await pay(actor, since, query.by));
  },
});

export const readPipeline = operation({
  ...common,
  id: "read_pipeline",
  path: "/api/insights/pipeline",
  summary: "How many postings had which status at the end of a day (today, or a day before it)",
  query: pipelineQuery,
  responses: {
    200: { description: "The pipeline, and week by week if asked for", schema: pipelineShape },
    400: { description: "A day that does not exist, or an unknown series" },
  },
  example: { response: pipelineSample },
  run: async ({ actor, url }) => {
    const query = parseInput(pipelineQuery, Object.fromEntries(url.searchParams));
    const [found, series] = await Promise.all([
      pipelineOn(actor, query.day),
      query.series === "week" ? pipelineSeries(actor, { stepDays: 7 }) : null,
    ]);
    return ok({ ...found, series });
  },
});

export const readCompare = operation({
  ...common,
  id: "read_compare",
  path: "/api/insights/compare",
  summary:
    "Two periods side by side, and which differences may be noise (Holm's correction, log-rank)",
  query: compareQuery,
  example: { response: compareSample },
  responses: {
    200: { description: "Both periods and every figure's difference", schema: compareShape },
    400: { description: "A day that does not exist, or a second day that is not after the first" },
  },
  run: async ({ actor, url }) => {
    const asked = parseInput(compareQuery, Object.fromEntries(url.searchParams));
    return ok(await compare(actor, await comparisonDays(actor, asked)));
  },
});
