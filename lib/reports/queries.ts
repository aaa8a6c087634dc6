import "server-only";
import { sql } from "drizzle-orm";
import { DateTime } from "luxon";
import { getDb } from "../../db/client.ts";
import { jobPosting, jobSite } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { dayStart, localDay } from "../dates.ts";
import { savedStatus } from "../postings/values.ts";

// Applications since the start of a day in the person's zone; what is only saved is none yet.
const since = (actor: Actor, day: string) => sql`${jobPosting.user_id} = ${actor.user_id}
  and ${jobPosting.deleted_at} is null and ${jobPosting.applied_at} >= ${dayStart(day, actor.time_zone)}
  and ${jobPosting.posting_status} <> ${savedStatus}`;

type Applied = {
  id: number;
  company_name: string;
  posting_title: string;
  posting_status: string;
  applied_at: string;
  rejected_after_stage: string;
  site_name: string;
  site_id: number;
};

/** Every application since a day, by id, with the day it was made on. */
export async function applicationsSince(actor: Actor, day: string): Promise<Applied[]> {
  const rows = await getDb().all<Applied>(sql`
    select ${jobPosting.id}, ${jobPosting.company_name}, ${jobPosting.posting_title},
      ${jobPosting.posting_status}, ${jobPosting.applied_at}, ${jobPosting.rejected_after_stage},
      ${jobSite.site_name}, ${jobSite.id} as site_id
    from ${jobPosting} join ${jobSite} on ${jobSite.id} = ${jobPosting.job_site_id}
    where ${since(actor, day)} order by ${jobPosting.id}`);
  return rows.map((row) => ({ ...row, applied_at: localDay(row.applied_at, actor.time_zone) }));
}

/** Applications since a day for each site's name, most first. */
export async function applicationsPerSite(actor: Actor, day: string) {
  return getDb().all<{ site_name: string; site_count: number }>(sql`
    select ${jobSite.site_name}, count(*) as site_count
    from ${jobPosting} join ${jobSite} on ${jobSite.id} = ${jobPosting.job_site_id}
    where ${since(actor, day)} group by ${jobSite.site_name} order by site_count desc, ${jobSite.site_name}`);
}

/** The days since a day on which the person applied, each with its number of applications, in order. */
async function applicationDays(actor: Actor, day: string): Promise<Map<string, number>> {
  const rows = await getDb().all<{ applied_at: string }>(sql`
    select ${jobPosting.applied_at} from ${jobPosting} where ${since(actor, day)}
    order by ${jobPosting.applied_at}`);
  const days = new Map<string, number>();
  for (const { applied_at } of rows) {
    const local = localDay(applied_at, actor.time_zone);
    days.set(local, (days.get(local) ?? 0) + 1);
  }
  return days;
}

/** Applications per week (Monday first) and month, oldest first: a week of two months gives two rows. */
export async function applicationsPerWeek(actor: Actor, day: string) {
  const counts = new Map<
    string,
    { year: string; week: string; month: string; week_count: number }
  >();
  for (const [date, count] of await applicationDays(actor, day)) {
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
}
