import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { contactsAt, isSilent, opportunitiesOf, postingsOf } from "./openings.ts";

/** A company's record with a person. */
export type CompanyRecord = {
  postings: number;
  applied: number;
  /** a rejection is an answer */
  answered: number;
  interviewed: number;
  offers: number;
  rejected: number;
  silent: number;
  /** median of whole days from the application to the answer; null without one */
  answer_days: number | null;
  first_applied_at: string | null;
  last_applied_at: string | null;
  opportunities: number;
  contacts: number;
};

type Counted = Omit<CompanyRecord, "answer_days"> & { days: string };

/** Counts what a person and a company had to do with each other. */
export async function companyRecord(actor: Actor, key: string): Promise<CompanyRecord> {
  const [row] = await getDb().all<Counted>(sql`
    select count(*) as postings, ifnull(sum(f.applied), 0) as applied,
      ifnull(sum(f.reached > 1), 0) as answered, ifnull(sum(f.reached > 2), 0) as interviewed,
      ifnull(sum(f.reached > 3), 0) as offers, ifnull(sum(f.ending = 'rejected'), 0) as rejected,
      ifnull(sum(${isSilent()}), 0) as silent,
      json_group_array(f.answer_days) filter (where f.answer_days is not null) as days,
      min(f.applied_at) as first_applied_at, max(f.applied_at) as last_applied_at,
      (select count(*) from ${opportunitiesOf(actor, key)}) as opportunities,
      (select count(*) from ${contactsAt(actor, key)}) as contacts
    from ${postingsOf(actor, key)} o cross join posting_fact f
      on f.user_id = ${actor.user_id} and f.job_posting_id = o.id`);
  if (!row) throw new Error("a count gives one row");
  const { days, ...counts } = row;
  return { ...counts, answer_days: median(JSON.parse(days)) };
}

function median(days: number[]): number | null {
  const sorted = days.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}
