import { sql } from "drizzle-orm";
import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { jobPosting } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { createPosting } from "../../postings/commands.ts";
import { createSite } from "../../sites/commands.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { applicationsPerWeek } from "../documented/queries.ts";
import { updateGoals } from "../goals/commands.ts";
import { pace } from "./pace.ts";
import { streaks } from "./streaks.ts";
import { histories, standingOf, writeHistory } from "./testing.ts";

freshDatabase();

const now = Date.UTC(2025, 2, 1, 12);
const zones = ["America/Los_Angeles", "Europe/Berlin", "Asia/Kathmandu", "America/Santiago"];

/** The local day of each application, one row after the other. */
async function plainDays(actor: Actor): Promise<(string | null)[]> {
  const rows = await getDb().select().from(jobPosting).where(sql`user_id = ${actor.user_id}`);
  return rows
    .filter((row) => !row.deleted_at && standingOf(row.posting_status) !== "5 - Saved")
    .map(({ applied_at }) =>
      applied_at
        ? DateTime.fromISO(`${applied_at.slice(0, 23)}Z`, { zone: actor.time_zone }).toISODate()
        : null,
    );
}

// Walks every day from the first to the last, and keeps each run.
function plainStreaks(days: Set<string>, rest: number[], from: string, until: string) {
  const runs: { days: number; first: string; last: string; open: boolean }[] = [];
  let run: (typeof runs)[number] | undefined;
  const end = DateTime.fromISO(until, { zone: "utc" });
  for (let day = DateTime.fromISO(from, { zone: "utc" }); day <= end; day = day.plus({ days: 1 })) {
    const name = day.toISODate() ?? "";
    if (days.has(name)) {
      if (!run) {
        run = { days: 0, first: name, last: name, open: true };
        runs.push(run);
      }
      run.days += 1;
      run.last = name;
    } else if (run && name !== until && !rest.includes(day.weekday)) {
      run.open = false;
      run = undefined;
    }
  }
  const most = Math.max(0, ...runs.map((one) => one.days));
  const shown = (one: (typeof runs)[number] | undefined) =>
    one ? { days: one.days, first: one.first, last: one.last } : null;
  return {
    longest: shown(runs.findLast((one) => one.days === most)),
    current: shown(runs.find((one) => one.open)),
  };
}

const since = fc.constantFrom("0001-01-01", "2024-03-10", "2024-03-11", "2024-12-31", "2030-01-01");
const goals = fc.record({
  weekly_goal: fc.option(fc.integer({ min: 1, max: 4 })),
  rest_days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
});

test("matches a slow count of the raw rows for 200 random histories", async () => {
  await fc.assert(
    fc.asyncProperty(
      histories,
      since,
      goals,
      fc.constantFrom(...zones),
      async (drafts, from, wanted, zone) => {
        const actor = await newActor("browser", zone);
        await updateGoals(actor, wanted);
        await writeHistory(actor, drafts, [(await createSite(actor, { site_name: "B" })).id]);
        const seen = await pace(actor, from, now);
        const until = DateTime.fromMillis(now, { zone }).toISODate() ?? "";
        const all = await plainDays(actor);
        const dated = all.filter((day) => day !== null).filter((day) => day >= from);
        const mine = dated.filter((day) => day <= until).sort();
        expect(seen).toMatchObject({
          since: from,
          until,
          goals: wanted,
          applications: mine.length,
          ahead: dated.length - mine.length,
          undated: all.filter((day) => day === null).length,
        });
        expect(seen.days).toEqual(
          [...Map.groupBy(mine, (day) => day)].map(([day, its]) => ({ day, count: its.length })),
        );
        const { current, longest } = plainStreaks(
          new Set(mine),
          wanted.rest_days,
          mine[0] ?? until,
          until,
        );
        expect([seen.current, seen.longest]).toEqual([current, longest]);

        const byWeek = Map.groupBy(
          mine,
          (day) => DateTime.fromISO(day, { zone: "utc" }).startOf("week").toISODate() ?? "",
        );
        expect(seen.weeks.map(({ week_start, count }) => [week_start, count])).toEqual(
          [...byWeek].map(([monday, its]) => [monday, its.length]),
        );
        const goal = wanted.weekly_goal;
        if (goal === null) {
          expect(seen.goal_weeks).toBeNull();
          return;
        }
        let [whole, met] = [0, 0];
        for (let monday = [...byWeek.keys()][0] ?? until; monday < until; ) {
          const sunday = DateTime.fromISO(monday, { zone: "utc" }).plus({ days: 6 }).toISODate();
          if (monday >= from && (sunday ?? "") < until) {
            whole += 1;
            if ((byWeek.get(monday)?.length ?? 0) >= goal) met += 1;
          }
          monday = DateTime.fromISO(monday, { zone: "utc" }).plus({ days: 7 }).toISODate() ?? until;
        }
        expect(seen.goal_weeks).toEqual({ whole: mine.length > 0 ? whole : 0, met });
      },
    ),
    { numRuns: 200 },
  );
}, 120_000);

test("numbers its weeks as the documented report does", async () => {
  const actor = await newActor();
  const { id } = await createSite(actor, { site_name: "B" });
  const dates = [
    "2023-12-30",
    "2024-01-01",
    "2024-01-07",
    "2024-07-01",
    "2024-12-31",
    "2025-01-05",
  ];
  for (const date of [...dates, "2025-01-06"]) {
    await createPosting(actor, { job_site_id: id, applied_at: `${date}T20:00:00.000000Z` });
  }
  const documented = new Map<string, number>();
  for (const row of await applicationsPerWeek(actor, "2020-01-01")) {
    // The days before a year's first Monday are its week 0 there, and its last week's here.
    const key = row.week === "00" ? "2024 53" : `${row.year} ${Number(row.week)}`;
    documented.set(key, (documented.get(key) ?? 0) + row.week_count);
  }
  const { weeks } = await pace(actor, "2020-01-01", now);
  expect(new Map(weeks.map(({ year, week, count }) => [`${year} ${week}`, count]))).toEqual(
    documented,
  );
});

describe("streaks", () => {
  const weekend = [6, 7];
  // 1 March 2024 is a Friday.
  test("continue over rest days, and count those with an application", () => {
    const days = ["2024-02-29", "2024-03-01", "2024-03-03", "2024-03-04"];
    const run = { days: 4, first: "2024-02-29", last: "2024-03-04" };
    expect(streaks(days, weekend, "2024-03-05")).toEqual({ current: run, longest: run });
    expect(streaks(days, weekend, "2024-03-06").current).toBeNull();
    expect(streaks(days, [], "2024-03-04").longest).toMatchObject({ days: 2, last: "2024-03-04" });
  });
  test("are null without applications", () => {
    expect(streaks([], weekend, "2024-03-05")).toEqual({ current: null, longest: null });
  });
});

test("is empty without NaN where there are no applications or the day is in the future", async () => {
  const actor = await newActor();
  await updateGoals(actor, { weekly_goal: 3 });
  for (const from of ["0001-01-01", "2020-01-01", "2999-01-01", "9999-12-31"]) {
    expect(await pace(actor, from)).toMatchObject({
      applications: 0,
      days: [],
      weeks: [],
      current: null,
      longest: null,
      goal_weeks: { whole: 0, met: 0 },
      ahead: 0,
    });
  }
});

test("handles the first and last years, and a day that the zone skipped", async () => {
  const actor = await newActor("browser", "Pacific/Apia");
  const { id } = await createSite(actor, { site_name: "B" });
  for (const at of ["0002-03-04T12", "2011-12-30T09", "2011-12-30T10", "9998-12-30T12"]) {
    await createPosting(actor, { job_site_id: id, applied_at: `${at}:00:00.000000Z` });
  }
  const seen = await pace(actor, "0001-01-01", now);
  expect(seen.days.map(({ day }) => day)).toEqual(["0002-03-05", "2011-12-29", "2011-12-31"]);
  expect(seen.ahead).toBe(1);
});
