// Times the query of each report on the database of report-data.ts, without the cache: the first run, the fastest of
// five more, and the lowest CPU time.
// Usage: DATABASE_URL=file:/tmp/x.db node --conditions=react-server qa/bench/report-queries.ts
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { mintActor } from "../../lib/accounts/auth/actor.ts";
import { applicationsPerSite, applicationsPerWeek } from "../../lib/reports/documented/queries.ts";
import { appliedPerMonth, searchApplied } from "../../lib/reports/insights/applied.ts";
import { compare } from "../../lib/reports/insights/compare.ts";
import { funnel } from "../../lib/reports/insights/funnel.ts";
import { pace } from "../../lib/reports/insights/pace.ts";
import { pay } from "../../lib/reports/insights/pay.ts";
import { pipelineOn, pipelineSeries } from "../../lib/reports/insights/pipeline.ts";
import { searchPipelinePostings } from "../../lib/reports/insights/pipeline-postings.ts";
import { proof } from "../../lib/reports/insights/proof.ts";
import { rates } from "../../lib/reports/insights/rates.ts";
import { funnelView, pipelineView, tableView } from "../../lib/reports/insights/schema.ts";
import { scorecard } from "../../lib/reports/insights/scorecard.ts";
import { type Grouping, groupings, payGroupings } from "../../lib/reports/insights/values.ts";
import { waits } from "../../lib/reports/insights/waits.ts";

const person = { id: 1, is_staff: false, time_zone: "America/Los_Angeles" };
const actor = mintActor(person, "browser", "UTC");
const since = "2023-01-01";

const ms = (value: number) => `${Math.round(value)} ms`;

// CPU time as well, since on a busy machine elapsed time depends on what else runs.
async function time(name: string, run: () => Promise<unknown>): Promise<void> {
  const elapsedMs: number[] = [];
  const cpuMs: number[] = [];
  for (let i = 0; i < 6; i += 1) {
    // Any write empties the cache of reports.
    await getDb().run(sql`update user set last_login = last_login`);
    const [began, cpuBefore] = [performance.now(), process.cpuUsage()];
    await run();
    const { user, system } = process.cpuUsage(cpuBefore);
    elapsedMs.push(performance.now() - began);
    cpuMs.push((user + system) / 1000);
  }
  const [first = 0, ...more] = elapsedMs;
  const fastest = ms(Math.min(...more));
  console.log(`${name}: first ${ms(first)}, fastest ${fastest}, CPU ${ms(Math.min(...cpuMs))}`);
}

await time("(a plain count)", () =>
  getDb().all(sql`select count(*) from posting_fact where user_id = 1 and applied`),
);
await time("funnel", () => funnel(actor, since));
await time("waits", () => waits(actor, since, { by: undefined, answer: "response" }));
await time("waits by site", () => waits(actor, since, { by: "site", answer: "response" }));
for (const by of Object.keys(groupings) as Grouping[]) {
  await time(`rates by ${by}`, () => rates(actor, since, { by }));
}
await time("scorecard", () => scorecard(actor, since));
await time("pace", () => pace(actor, since));
for (const by of payGroupings) await time(`pay by ${by}`, () => pay(actor, since, by));
await time("applied, a page", () => searchApplied(actor, since, tableView.parse({})));
await time("applied, per month", () => appliedPerMonth(actor, since));
await time("per site", () => applicationsPerSite(actor, since));
await time("per week", () => applicationsPerWeek(actor, since));
for (const exit of ["on", "silence", "open"]) {
  const view = funnelView.parse({ stage: "applied", exit });
  await time(`behind a band, ${exit}`, () => searchApplied(actor, since, view));
}
const saved = funnelView.parse({ stage: "direct" });
await time("behind a band, applied at once", () => searchApplied(actor, since, saved));
await time("pipeline on a day", () => pipelineOn(actor, "2025-06-01"));
await time("pipeline, its course", () => pipelineSeries(actor));
await time("pipeline, its course by week", () => pipelineSeries(actor, { stepDays: 7 }));
for (const query of [{}, { kind: "engaged" }, { sort: "company_name" }, { q: "gardener" }]) {
  const view = pipelineView.parse(query);
  const name = `pipeline, a page ${JSON.stringify(query)}`;
  await time(name, () => searchPipelinePostings(actor, "2025-06-01", view));
}
const year = { from: "2023-11-15", to: "2024-11-15", starts: "monday", replies: true } as const;
await time("proof, a year", () => proof(actor, year));
const twoDays = { first: since, second: "2025-06-01" };
await time("compare", () => compare(actor, twoDays));
