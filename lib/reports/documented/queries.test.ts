import fc from "fast-check";
import { DateTime } from "luxon";
import { beforeAll, expect, test } from "vitest";
import { getDb } from "../../../db/client.ts";
import { jobPosting } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { localDay, toStored } from "../../dates.ts";
import { createSite } from "../../sites/commands.ts";
import { freshDatabase, newActor } from "../../testing.ts";
import { applicationBatches, applicationsPerSite, applicationsPerWeek } from "./queries.ts";

freshDatabase();

// Changes of clocks by an hour, half an hour and at a minute past midnight, ends of years, and far years.
const zones = [
  "America/Los_Angeles",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "America/St_Johns",
  "Asia/Kathmandu",
  "Pacific/Apia",
];
const around = [
  Date.UTC(2024, 2, 10, 10),
  Date.UTC(2024, 10, 3, 9),
  Date.UTC(2024, 11, 31, 12),
  Date.UTC(2026, 0, 4, 12),
  Date.UTC(2008, 10, 2, 2, 31),
  Date.UTC(2011, 11, 30, 10),
  Date.UTC(1890, 5, 1, 12),
  Date.UTC(2099, 11, 31, 12),
];
const instant = fc
  .tuple(fc.constantFrom(...around), fc.integer({ min: -36 * 3600, max: 36 * 3600 }))
  .map(([middle, seconds]) => toStored(middle + seconds * 1000));

const status = fc.constantFrom("4 - No Response", "3 - Rejected", "5 - Saved");
const drafts = fc.array(fc.tuple(instant, status, fc.nat(1), fc.boolean()), { maxLength: 20 });

// Python's %W, told day by day.
function plainWeeks(days: string[]) {
  const counts = new Map<string, number>();
  for (const day of days.toSorted()) {
    const date = DateTime.fromISO(day, { locale: "en-US" });
    let week = 0;
    for (let at = date.startOf("year"); at <= date; at = at.plus({ days: 1 })) {
      if (at.weekday === 1) week += 1;
    }
    const key = [day.slice(0, 4), String(week).padStart(2, "0"), date.monthLong].join("|");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, week_count]) => {
    const [year, week, month] = key.split("|");
    return { year, week, month, week_count };
  });
}

let sites: { id: number; site_name: string }[] = [];
let actors: Actor[] = [];
beforeAll(async () => {
  actors = await Promise.all(zones.map((zone) => newActor("browser", zone)));
  sites = await Promise.all(
    ["Board", "Fair"].map(async (site_name) => {
      const [actor] = actors;
      if (!actor) throw new Error("nobody");
      return { id: (await createSite(actor, { site_name })).id, site_name };
    }),
  );
});

test("counts its rows by week, by site and in batches, in every zone", async () => {
  await fc.assert(
    fc.asyncProperty(drafts, fc.nat(zones.length - 1), async (rows, at) => {
      const actor = actors[at] ?? (await newActor());
      await getDb().delete(jobPosting);
      for (const [applied_at, posting_status, place, gone] of rows) {
        await getDb()
          .insert(jobPosting)
          .values({
            user_id: actor.user_id,
            job_site_id: sites[place]?.id ?? 0,
            applied_at,
            posting_status,
            deleted_at: gone ? applied_at : null,
          });
      }
      const kept = rows.filter(([, what, , gone]) => what !== "5 - Saved" && !gone);
      const days = kept.map(([applied_at]) => localDay(applied_at, actor.time_zone));
      const since = "1880-01-01";
      expect(await applicationsPerWeek(actor, since)).toEqual(plainWeeks(days));
      const listed = (await Array.fromAsync(applicationBatches(actor, since))).flat();
      expect(listed.map(({ applied_at }) => applied_at)).toEqual(days);
      const batched = await Array.fromAsync(applicationBatches(actor, since, 3));
      expect(batched.flat()).toEqual(listed);
      const perSite = sites
        .map(({ site_name }) => ({
          site_name,
          site_count: listed.filter((row) => row.site_name === site_name).length,
        }))
        .filter(({ site_count }) => site_count > 0)
        .sort((a, b) => b.site_count - a.site_count || (a.site_name < b.site_name ? -1 : 1));
      expect(await applicationsPerSite(actor, since)).toEqual(perSite);
    }),
    { numRuns: 150 },
  );
}, 60_000);
