import { sql } from "drizzle-orm";
import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { event, jobPosting } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { dayStart } from "../../dates.ts";
import { createSite } from "../../sites/commands.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { searchApplied } from "./applied.ts";
import { funnel } from "./funnel.ts";
import { rates } from "./rates.ts";
import { funnelView } from "./schema.ts";
import { scorecard } from "./scorecard.ts";
import { histories, type PostingFact, plainFact, standingOf, writeHistory } from "./testing.ts";
import { type Grouping, groupings, waitGroupings } from "./values.ts";
import { waits } from "./waits.ts";

freshDatabase();

const day = 86_400_000;
const now = Date.UTC(2025, 2, 1, 12);
const since = fc.constantFrom("2024-01-01", "2024-03-10", "2024-03-11", "2024-12-31", "2030-01-01");

/** Every fact of the actor's applications since a day, worked out from the raw rows. */
async function plainFacts(actor: Actor, from: string): Promise<[PostingFact[], PostingFact[]]> {
  const rows = await getDb().select().from(jobPosting).where(sql`user_id = ${actor.user_id}`);
  const log = await getDb().select().from(event).where(sql`user_id = ${actor.user_id}`);
  const facts = rows
    .filter((row) => !row.deleted_at)
    .map((row) =>
      plainFact(
        row,
        log.filter((one) => one.job_posting_id === row.id),
      ),
    );
  const start = dayStart(from, actor.time_zone);
  const fits = ({ applied, applied_at }: PostingFact) => applied && (applied_at ?? "") >= start;
  return [facts.filter(fits), facts];
}

const daysSince = (at: string | null) =>
  Math.trunc((Math.floor(now / 1000) - Date.parse(`${at?.slice(0, 19)}Z`) / 1000) / 86_400);

function plainFunnel(facts: PostingFact[], all: PostingFact[], wereSaved: Set<number>) {
  const stages = ["applied", "answered", "interview", "offer", "accepted"];
  const endOf = (fact: PostingFact) =>
    ["4 - No Response", ""].includes(fact.posting_status) &&
    !fact.ending &&
    Date.parse(fact.applied_at ?? "") <= now - 30 * day
      ? "silence"
      : fact.ending;
  return {
    saved: all.filter(({ applied }) => !applied).length,
    saved_first: facts.filter(({ job_posting_id }) => wereSaved.has(job_posting_id)).length,
    stages: stages.map((stage, i) => {
      const here = facts.filter(({ reached }) => reached === i + 1);
      const ended = (how: string) => here.filter((fact) => endOf(fact) === how).length;
      return {
        stage,
        count: facts.filter(({ reached }) => reached >= i + 1).length,
        exits: {
          rejected: ended("rejected"),
          declined: ended("declined"),
          silence: ended("silence"),
          withdrawn: ended("withdrawn"),
        },
        open: ended(""),
      };
    }),
  };
}

/** The postings that were saved at some time: entered so, or made so, or said to have been so. */
async function plainlySaved(actor: Actor): Promise<Set<number>> {
  const rows = await getDb().select().from(jobPosting).where(sql`user_id = ${actor.user_id}`);
  const log = await getDb().select().from(event).where(sql`user_id = ${actor.user_id}`);
  const said = rows.filter((row) => {
    const its = log.filter((one) => one.job_posting_id === row.id && one.to_value !== null);
    const moves = its.filter(({ kind }) => kind === "status");
    if (moves.some(({ to_value }) => standingOf(to_value) === "5 - Saved")) return true;
    const births = its.filter(({ kind }) => kind === "created" || kind === "imported");
    if (births.length > 0)
      return births.some(({ to_value }) => standingOf(to_value) === "5 - Saved");
    const first = moves.toSorted((a, b) =>
      a.occurred_at < b.occurred_at ? -1 : a.occurred_at > b.occurred_at ? 1 : a.id - b.id,
    )[0];
    return standingOf(first?.from_value ?? first?.to_value ?? row.posting_status) === "5 - Saved";
  });
  return new Set(said.map(({ id }) => id));
}

/** Every number that the funnel's page leads from, with its address. */
function bandsOf({ saved, saved_first, stages }: ReturnType<typeof plainFunnel>) {
  const applied = stages[0]?.count ?? 0;
  const bands: [string, string | undefined, number][] = [
    ["direct", undefined, applied - saved_first],
    ["saved", undefined, saved + saved_first],
    ["saved", "on", saved_first],
    ["saved", "open", saved],
  ];
  stages.forEach(({ stage, count, exits, open }, at) => {
    bands.push([stage, undefined, count], [stage, "on", stages[at + 1]?.count ?? 0]);
    bands.push([stage, "open", open]);
    for (const [exit, ended] of Object.entries(exits)) bands.push([stage, exit, ended]);
  });
  return bands;
}

type Wait = { days: number; answered: boolean };

function plainWait(fact: PostingFact, rejections: boolean): Wait | null {
  if (fact.reached > 1 && (rejections || !fact.only_rejected)) {
    return fact.answer_days === null ? null : { days: fact.answer_days, answered: true };
  }
  if (fact.ending) {
    return fact.ending_days === null ? null : { days: fact.ending_days, answered: false };
  }
  if (Date.parse(fact.applied_at ?? "") > now) return null;
  return { days: daysSince(fact.applied_at), answered: false };
}

// Kaplan and Meier, one person after the other.
function plainCurve(found: Wait[]): [number, number][] {
  const times = [...new Set(found.map(({ days }) => days))].sort((a, b) => a - b);
  let share = 1;
  return times.map((time) => {
    const atRisk = found.filter(({ days }) => days >= time).length;
    const events = found.filter(({ days, answered }) => days === time && answered).length;
    share *= 1 - events / atRisk;
    return [time, share];
  });
}

function plainParts(
  fact: PostingFact,
  by: Grouping,
  zone: string,
  sites: Map<number, string>,
): string[] {
  if (by === "site") return [sites.get(fact.job_site_id) ?? ""];
  if (by === "through") return [fact.posting_url_domain];
  if (by === "place") return [fact.location_type || "Not said"];
  if (by === "employment") return [fact.employment_type];
  if (by === "outreach") return [fact.outreach ? "With outreach" : "Without"];
  if (by === "title") return [...new Set(fact.posting_title.toLowerCase().match(/[a-z]+/g))];
  const local = DateTime.fromISO(`${fact.applied_at?.slice(0, 23)}Z`, { zone });
  return [local.setLocale("en").toFormat("cccc")];
}

test("matches a slow count of the raw rows for 200 random histories", async () => {
  await fc.assert(
    fc.asyncProperty(histories, since, fc.boolean(), async (drafts, from, rejections) => {
      const zone = "America/Los_Angeles";
      const actor = await newActor("browser", zone);
      const names = ["Board", "Careers page", "Agency"];
      const sites = new Map<number, string>();
      for (const site_name of names) {
        sites.set((await createSite(actor, { site_name })).id, site_name);
      }
      await writeHistory(actor, drafts, [...sites.keys()]);
      const [facts, all] = await plainFacts(actor, from);

      const plainly = plainFunnel(facts, all, await plainlySaved(actor));
      expect(await funnel(actor, from, now)).toEqual({ since: from, ...plainly });
      for (const [stage, exit, count] of bandsOf(plainly)) {
        const view = funnelView.parse({ show: "all", stage, exit });
        const behind = await searchApplied(actor, from, view, now);
        expect([stage, exit, behind.total, behind.rows.length]).toEqual([
          stage,
          exit,
          count,
          count,
        ]);
      }

      const answer = rejections ? "any" : "response";
      const seen = await waits(actor, from, { by: undefined, answer }, now);
      const plain = facts.map((fact) => plainWait(fact, rejections));
      const known = plain.filter((wait) => wait !== null);
      expect(seen.left_out).toBe(plain.length - known.length);
      const met = ({ reached, only_rejected }: PostingFact) =>
        reached > 1 && (rejections || !only_rejected);
      expect([seen.applications, seen.answered]).toEqual([facts.length, facts.filter(met).length]);
      expect(seen.all.answered).toBe(known.filter(({ answered }) => answered).length);
      expect(seen.all.curve.map(({ time }) => time)).toEqual(plainCurve(known).map(([t]) => t));
      plainCurve(known).forEach(([, share], at) => {
        expect(seen.all.curve[at]?.survival).toBeCloseTo(share, 10);
      });

      for (const by of waitGroupings) {
        const parted = await waits(actor, from, { by, answer }, now);
        const parts = new Map<string, Wait[]>();
        for (const fact of facts) {
          const wait = plainWait(fact, rejections);
          const [part = ""] = plainParts(fact, by, zone, sites);
          if (wait) parts.set(part, [...(parts.get(part) ?? []), wait]);
        }
        // The largest first, of one size by name; parts of fewer than five are too few to tell.
        const told = [...parts]
          .filter(([, its]) => its.length >= 5)
          .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
        expect(parted.groups.map(({ label }) => label)).toEqual(told.map(([part]) => part));
        expect(parted.test === null).toBe(told.length < 2);
        told.forEach(([, its], at) => {
          const group = parted.groups[at];
          const answered = its.filter((wait) => wait.answered).map(({ days }) => days);
          answered.sort((a, b) => a - b);
          expect(group).toMatchObject({
            applications: its.length,
            answered: answered.length,
            median_days: answered[Math.ceil(answered.length / 2) - 1] ?? null,
          });
          expect(group?.curve.map(({ time }) => time)).toEqual(plainCurve(its).map(([t]) => t));
          plainCurve(its).forEach(([, share], step) => {
            expect(group?.curve[step]?.survival).toBeCloseTo(share, 10);
          });
        });
      }

      for (const by of Object.keys(groupings) as Grouping[]) {
        const { rows, all: sum } = await rates(actor, from, { by });
        expect(sum.applications).toBe(facts.length);
        const parts = new Map<string, PostingFact[]>();
        for (const fact of facts) {
          for (const part of plainParts(fact, by, zone, sites)) {
            parts.set(part, [...(parts.get(part) ?? []), fact]);
          }
        }
        const counted = (least: number, its: PostingFact[]) =>
          its.filter(({ reached }) => reached >= least).length;
        expect(
          new Set(
            rows.map((row) => [
              row.label,
              row.applications,
              row.answered.successes,
              row.interview.successes,
              row.offer.successes,
            ]),
          ),
        ).toEqual(
          new Set(
            [...parts].map(([label, its]) => [
              label,
              its.length,
              counted(2, its),
              counted(3, its),
              counted(4, its),
            ]),
          ),
        );
      }

      const scores = await scorecard(actor, from);
      for (const [site_id, site_name] of sites) {
        const its = facts.filter((fact) => fact.job_site_id === site_id);
        const score = scores.find((one) => one.site_id === site_id);
        if (its.length === 0) {
          expect(score).toBeUndefined();
          continue;
        }
        const answered = its
          .flatMap(({ reached, answer_days }) =>
            reached > 1 && answer_days !== null ? [answer_days] : [],
          )
          .sort((a, b) => a - b);
        const interviews = counted3(its);
        const spent = its.flatMap(({ time_spent }) => (time_spent === null ? [] : [time_spent]));
        expect(score).toMatchObject({
          site_name,
          applications: its.length,
          answered: its.filter(({ reached }) => reached > 1).length,
          interviews,
          median_days: answered[Math.ceil(answered.length / 2) - 1] ?? null,
          minutes_per_interview:
            interviews > 0 && spent.length > 0
              ? Math.round(spent.reduce((a, b) => a + b, 0) / interviews)
              : null,
        });
      }
    }),
    { numRuns: 200 },
  );
}, 120_000);

const counted3 = (its: PostingFact[]) => its.filter(({ reached }) => reached > 2).length;

test("returns no NaN without applications or for a future day", async () => {
  const actor = await newActor();
  expect((await funnel(actor, "2020-01-01")).stages.map(({ count }) => count)).toEqual([
    0, 0, 0, 0, 0,
  ]);
  expect(await waits(actor, "2999-01-01", { by: "site", answer: "any" })).toMatchObject({
    all: { applications: 0, answered: 0, median_days: null, curve: [] },
    groups: [],
    test: null,
  });
  const { rows, all } = await rates(actor, "2020-01-01", { by: "weekday" });
  expect(rows).toEqual([]);
  expect(all.answered).toMatchObject({ successes: 0, share: null, low: 0, high: 1, p: null });
  expect(await scorecard(actor, "2020-01-01")).toEqual([]);
});

test("reports no finding that may be noise", async () => {
  const { rateRows: judge } = await import("./rates.ts");
  const row = (label: string, applications: number, answered: number) => ({
    label,
    applications,
    answered,
    interview: 0,
    offer: 0,
  });
  const all = row("All", 300, 40);
  const judged = judge([row("Referral", 30, 14), row("Board", 266, 25), row("Fair", 4, 1)], all);
  expect(judged.map(({ too_few }) => too_few)).toEqual([false, false, true]);
  expect(judged[0]?.answered.p).toBeLessThan(0.05);
  expect(judged[2]?.answered.p).toBeNull();
  expect(judged[0]?.interview.p).toBe(1);
});
