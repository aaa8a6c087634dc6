import "server-only";
import { sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { jobPosting, jobSite } from "../../../db/schema/tracker.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, dayNumber, localDay, weekdayOf } from "../../dates.ts";
import { sinceDay } from "../../records/days.ts";
import { countsAsNone } from "../../statuses/conditions.ts";
import { savedStatus } from "../../statuses/documented.ts";
import { cachedReport } from "../cached-report.ts";
import { appliedDateSql, appliedSince } from "../insights/queries.ts";
import { reportRows } from "../report-rows.ts";

// Applications since the start of a day in the person's zone; saved postings do not count.
const appliedAfter = (actor: Actor, day: string) => sql`${jobPosting.user_id} = ${actor.user_id}
  and ${jobPosting.deleted_at} is null and ${sinceDay(jobPosting.applied_at, day, actor.time_zone)}
  and ${countsAsNone(jobPosting.posting_status, actor.user_id, [savedStatus])}`;

type Application = {
  id: number;
  company_name: string;
  posting_title: string;
  posting_status: string;
  applied_at: string;
  rejected_after_stage: string;
  site_name: string;
  site_id: number;
};

const columns = sql`${jobPosting.id}, ${jobPosting.company_name}, ${jobPosting.posting_title},
  ${jobPosting.posting_status}, ${jobPosting.applied_at}, ${jobPosting.rejected_after_stage},
  ${jobSite.site_name}, ${jobSite.id} as site_id
  from ${jobPosting} join ${jobSite} on ${jobSite.id} = ${jobPosting.job_site_id}`;

const withDay = (actor: Actor) => (row: Application) => ({
  ...row,
  applied_at: localDay(row.applied_at, actor.time_zone),
});

/** Up to `limit` applications since a day whose id is above `after`, by id; `applied_at` is the local day. */
export async function applicationsAfter(actor: Actor, day: string, after: number, limit: number) {
  // The unary plus keeps SQLite off the index by date, which would sort everything by id for each chunk.
  const since = sinceDay(sql`+${jobPosting.applied_at}`, day, actor.time_zone);
  const rows = await reportRows<Application>(sql`
    select ${columns} where ${jobPosting.user_id} = ${actor.user_id}
      and ${jobPosting.deleted_at} is null and ${since}
      and ${countsAsNone(sql`+${jobPosting.posting_status}`, actor.user_id, [savedStatus])} and ${jobPosting.id} > ${after}
    order by ${jobPosting.id} limit ${limit}`);
  return rows.map(withDay(actor));
}

/** All applications since a day in batches, for downloads with bounded memory. */
export async function* applicationBatches(actor: Actor, day: string, size = 1_000) {
  for (let after = 0; ; ) {
    const rows = await applicationsAfter(actor, day, after, size);
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows.at(-1)?.id ?? 0;
  }
}

/** Applications since a day per site name, most first. */
export const applicationsPerSite = cachedReport(async (actor: Actor, day: string) => {
  return reportRows<{ site_name: string; site_count: number }>(sql`
    select ${jobSite.site_name}, sum(f.count) as site_count
    from (select job_site_id, count(*) as count from posting_fact
      where ${appliedSince(actor, day)} group by 1) f
    join ${jobSite} on ${jobSite.id} = f.job_site_id
    group by ${jobSite.site_name} order by site_count desc, ${jobSite.site_name}`);
});

/** The number of applications per local day since a day, in order; days without any are left out. */
async function applicationDays(actor: Actor, day: string) {
  const rows = sql`${jobPosting} where ${appliedAfter(actor, day)}`;
  const date = await appliedDateSql(actor, rows);
  if (!date) return [];
  return reportRows<{ date: string; count: number }>(sql`
    select ${date} as date, count(*) as count from ${rows} group by 1 order by 1`);
}

/** A week, by its Monday, with its applications. */
export type ApplicationWeek = { week_start: string; week_count: number };

// Ten years: of a longer hunt only the weeks with applications are listed.
const maxWeeks = 520;

/** Applications per week since a day, oldest first: each week once, those in between without any too. */
export const applicationWeeks = cachedReport(
  async (actor: Actor, day: string): Promise<ApplicationWeek[]> => {
    const counts = new Map<string, number>();
    for (const { date, count } of await applicationDays(actor, day)) {
      const monday = addDays(date, 1 - weekdayOf(date));
      counts.set(monday, (counts.get(monday) ?? 0) + count);
    }
    const found = [...counts].map(([week_start, week_count]) => ({ week_start, week_count }));
    const [first, last] = [found[0], found.at(-1)];
    if (!first || !last) return [];
    const weeks = (dayNumber(last.week_start) - dayNumber(first.week_start)) / 7 + 1;
    if (weeks > maxWeeks) return found;
    return Array.from({ length: weeks }, (_, i) => {
      const week_start = addDays(first.week_start, 7 * i);
      return { week_start, week_count: counts.get(week_start) ?? 0 };
    });
  },
);

/** The documented applications per week (Monday first) and month, oldest first: a week of two months gives two rows. */
export const applicationsPerWeek = cachedReport(async (actor: Actor, day: string) => {
  const counts = new Map<
    string,
    { year: string; week: string; month: string; week_count: number }
  >();
  for (const { date, count } of await applicationDays(actor, day)) {
    const local = DateTime.fromISO(date, { locale: "en-US" });
    // The first Monday begins week 1, the days before it are week 0.
    const week = String(Math.floor((local.ordinal + 7 - local.weekday) / 7)).padStart(2, "0");
    const key = `${date.slice(0, 7)} ${week}`;
    const row = counts.get(key) ?? {
      year: date.slice(0, 4),
      week,
      month: local.toFormat("LLLL"),
      week_count: 0,
    };
    row.week_count += count;
    counts.set(key, row);
  }
  return [...counts.values()];
});
