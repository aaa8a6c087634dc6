import "server-only";
import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, today } from "../dates.ts";
import { beforeDay, sinceDay } from "../records/days.ts";
import { readNewPay } from "../reports/pay/readings.ts";
import { taggedAs } from "../tags/filter.ts";
import { postingGroups } from "./groups.ts";
import { payOfPosting } from "./pay.ts";
import type { PostingFilter } from "./schema.ts";

const { location_type, employment_type, rejected_after_stage } = jobPosting;

// What was typed by hand differs in its case.
const isWord = (column: SQLWrapper, word: string) =>
  word ? sql`${column} = ${word} collate nocase` : undefined;

/** Condition: the actor's postings that a filter lets through, but for its words, its view and its status. */
export async function narrowing(actor: Actor, filter: PostingFilter): Promise<SQL | undefined> {
  const { site, since, pay, waiting } = filter;
  if (pay) await readNewPay(actor);
  return and(
    site ? eq(jobPosting.job_site_id, site) : undefined,
    filter.import ? eq(jobPosting.import_batch_id, filter.import) : undefined,
    filter.attention ? eq(jobPosting.import_attention, true) : undefined,
    since ? sinceDay(jobPosting.applied_at, since, actor.time_zone) : undefined,
    isWord(location_type, filter.place),
    isWord(employment_type, filter.employment),
    isWord(rejected_after_stage, filter.stage),
    taggedAs("job_posting", filter),
    pay ? sql`${payOfPosting} >= ${pay}` : undefined,
    waiting ? waitsLonger(actor, waiting) : undefined,
  );
}

/** Condition: applied more than so many days ago, and without an answer. */
function waitsLonger(actor: Actor, days: number): SQL | undefined {
  const first = addDays(today(actor.time_zone), -days);
  return and(
    postingGroups(actor.user_id).waiting,
    beforeDay(jobPosting.applied_at, first, actor.time_zone),
  );
}
