import { sql } from "drizzle-orm";
import fc from "fast-check";
import { DateTime } from "luxon";
import { expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { user } from "../../../db/schema/accounts.ts";
import { event, jobPosting } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, today } from "../../dates.ts";
import { createPosting } from "../../postings/commands.ts";
import { createSite } from "../../sites/commands.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { compareShares, holm } from "../statistics/proportions.ts";
import { logRank } from "../statistics/survival.ts";
import { compare, comparisonDays } from "./compare.ts";
import { histories, type PostingFact, plainFact, writeHistory } from "./testing.ts";
import { comparedRates } from "./values.ts";

freshDatabase();

const now = Date.UTC(2025, 2, 1, 12);
const day = 86_400_000;

async function plainFacts(actor: Actor): Promise<PostingFact[]> {
  const rows = await getDb().select().from(jobPosting).where(sql`user_id = ${actor.user_id}`);
  const log = await getDb().select().from(event).where(sql`user_id = ${actor.user_id}`);
  return rows
    .filter(({ deleted_at }) => !deleted_at)
    .map((row) =>
      plainFact(
        row,
        log.filter((one) => one.job_posting_id === row.id),
      ),
    );
}

const has = {
  answered: (fact: PostingFact) => fact.reached >= 2,
  interview: (fact: PostingFact) => fact.reached >= 3,
  offer: (fact: PostingFact) => fact.reached >= 4,
  rejected: (fact: PostingFact) => fact.ending === "rejected",
};

function plainExits(facts: PostingFact[]) {
  return facts.flatMap((fact) => {
    const exit = (time: number | null, answered: boolean) =>
      time === null ? [] : [{ time, events: answered ? 1 : 0, censored: answered ? 0 : 1 }];
    if (fact.reached > 1) return exit(fact.answer_days, true);
    if (fact.ending) return exit(fact.ending_days, false);
    const waited = now - Date.parse(`${fact.applied_at?.slice(0, 19)}Z`);
    return waited < 0 ? [] : exit(Math.floor(waited / day), false);
  });
}

const pairs = fc.constantFrom(
  ["2024-01-01", "2024-03-10"],
  ["2024-03-10", "2024-03-11"],
  ["2024-03-01", "2024-12-31"],
  ["2024-06-01", "2030-01-01"],
);

test("matches a slow count of the raw rows for 200 random histories", async () => {
  await fc.assert(
    fc.asyncProperty(histories, pairs, async (drafts, [first = "", second = ""]) => {
      const actor = await newActor();
      const site = await createSite(actor, { site_name: "Board" });
      await writeHistory(actor, drafts, [site.id]);
      const facts = await plainFacts(actor);
      const start = (text: string) => DateTime.fromISO(text, { zone: actor.time_zone }).toMillis();
      const between = (from: number, to: number) =>
        facts.filter(({ applied, applied_at }) => {
          const at = Date.parse(applied_at ?? "");
          return applied && at >= from && at < to;
        });
      const plain = [
        between(start(first), start(second)),
        between(start(second), Number.POSITIVE_INFINITY),
      ] as const;
      const { periods, figures } = await compare(actor, { first, second }, now);
      plain.forEach((its, at) => {
        const period = periods[at];
        expect(period?.applications).toBe(its.length);
        for (const name of comparedRates) {
          expect(period?.rates[name].successes).toBe(its.filter(has[name]).length);
        }
        const spent = its.flatMap(({ time_spent }) => (time_spent === null ? [] : [time_spent]));
        const minutes = spent.reduce((sum, n) => sum + n, 0);
        expect(period?.minutes).toBe(minutes);
        expect(period?.minutes_per_application).toEqual(
          spent.length > 0 ? minutes / spent.length : null,
        );
        const waits = plainExits(its)
          .filter(({ events }) => events === 1)
          .map(({ time }) => time)
          .sort((a, b) => a - b);
        expect(period?.median_days).toBe(waits[Math.ceil(waits.length / 2) - 1] ?? null);
      });
      const few = Math.min(plain[0].length, plain[1].length) < 5;
      const of = (its: PostingFact[], name: keyof typeof has) => ({
        successes: its.filter(has[name]).length,
        trials: its.length,
      });
      const ps = holm(
        comparedRates.map((name) => compareShares(of(plain[1], name), of(plain[0], name))?.p ?? 1),
      );
      comparedRates.forEach((name, at) => {
        const figure = figures.find((one) => one.name === name);
        if (few) expect(figure).toMatchObject({ p: null, verdict: "too_few" });
        else expect(figure?.p).toBeCloseTo(ps[at] ?? -1, 10);
      });
      const exits = [plainExits(plain[0]), plainExits(plain[1])] as const;
      const wait = figures.find(({ name }) => name === "median_days");
      if (Math.min(exits[0].length, exits[1].length) < 5) expect(wait?.verdict).toBe("too_few");
      else expect(wait?.p).toBeCloseTo(logRank(exits).p, 10);
      expect(JSON.stringify([periods, figures])).not.toMatch(/NaN|Infinity/);
    }),
    { numRuns: 200 },
  );
}, 120_000);

async function hunter(before: string[], after: string[], daysAgo: number) {
  const actor = await newActor();
  const site = await createSite(actor, { site_name: "Board" });
  const at = (days: number) =>
    `${new Date(Date.now() - days * day).toISOString().slice(0, 23)}000Z`;
  const add = (posting_status: string, days: number) =>
    createPosting(actor, { job_site_id: site.id, posting_status, applied_at: at(days) });
  for (const status of before) await add(status, 100);
  for (const status of after) await add(status, daysAgo);
  const days = { first: addDays(today("UTC"), -120), second: addDays(today("UTC"), -90) };
  return (await compare(actor, days)).figures.find(({ name }) => name === "answered");
}
const repeat = (status: string, times: number) => Array.from({ length: times }, () => status);
const [quiet, engaged] = ["4 - No Response", "1 - Actively Engaged"];

test("reports no difference that may be noise, rests on few, or may close with time", async () => {
  expect(await hunter(repeat(quiet, 30), repeat(engaged, 15), 60)).toMatchObject({
    verdict: "higher",
    difference: 1,
  });
  expect(await hunter(repeat(engaged, 30), repeat(quiet, 30), 60)).toMatchObject({
    verdict: "lower",
  });
  expect(await hunter(repeat(engaged, 30), repeat(quiet, 30), 10)).toMatchObject({
    verdict: "too_soon",
  });
  const mixed = [...repeat(quiet, 9), engaged];
  expect(await hunter(mixed, mixed.slice(1), 60)).toMatchObject({ verdict: "noise" });
  expect(await hunter(repeat(quiet, 30), repeat(engaged, 4), 60)).toMatchObject({
    verdict: "too_few",
    p: null,
  });
});

test("compares by the person's dashboard dates, else by the last 30 days, and never backwards", async () => {
  const actor = await newActor();
  const now = today(actor.time_zone);
  expect(await comparisonDays(actor, {})).toEqual({
    first: addDays(now, -90),
    second: addDays(now, -30),
  });
  const young = await comparisonDays(actor, { first: addDays(now, -10) });
  expect(young).toEqual({ first: addDays(now, -10), second: addDays(now, -5) });
  expect(await comparisonDays(actor, { first: now })).toEqual({
    first: now,
    second: addDays(now, 1),
  });
  expect(await comparisonDays(actor, { second: "2001-01-31" })).toEqual({
    first: "2001-01-01",
    second: "2001-01-31",
  });
  await getDb()
    .update(user)
    .set({
      dashboard_first_date: "2024-03-01T12:00:00.000000Z",
      dashboard_second_date: "2024-07-01T12:00:00.000000Z",
    })
    .where(sql`id = ${actor.user_id}`);
  expect(await comparisonDays(actor, {})).toEqual({ first: "2024-03-01", second: "2024-07-01" });
  const empty = await compare(actor, { first: "2030-01-01", second: "2031-01-01" });
  expect(empty.periods.map(({ days, per_week }) => [days, per_week])).toEqual([
    [0, null],
    [0, null],
  ]);
  expect(empty.figures.find(({ name }) => name === "answered")).toMatchObject({
    first: null,
    difference: null,
    verdict: "too_few",
  });
});
