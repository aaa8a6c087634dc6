import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { contactsAt, isSilent, opportunitiesOf, postingsOf } from "./openings.ts";
import { shownOfEach } from "./values.ts";

export type CompanyPosting = {
  id: number;
  company_name: string;
  posting_title: string;
  posting_status: string;
  pay_range: string;
  applied_at: string | null;
  /** as its facts say: see db/schema/derived.ts */
  reached: number;
  answer_days: number | null;
  ending: string;
  ending_days: number | null;
  silent: number;
  /** the starts of its interviews that were not cancelled, as JSON */
  rounds: string;
};

export type CompanyOffer = {
  id: number;
  job_title: string;
  opportunity_status: string;
  recruiter_company: string;
  email_received_at: string;
};

export type CompanyPerson = {
  id: number;
  name: string;
  company: string;
  kind: string;
  role: string;
  last_contacted_at: string | null;
};

export type CompanyRound = {
  id: number;
  kind: string;
  starts_at: string;
  outcome: string;
  title: string;
};

/** What a person has of a company, the latest first, up to `shownOfEach` of each kind. */
export async function thingsOfCompany(actor: Actor, key: string) {
  const db = getDb();
  const mine = sql`user_id = ${actor.user_id}`;
  const limit = sql`limit ${shownOfEach}`;
  const [postings, offers, people, rounds, sites] = await Promise.all([
    db.all<CompanyPosting>(sql`
      select p.id, p.company_name, p.posting_title, p.posting_status, p.pay_range, p.applied_at,
        f.reached, f.answer_days, f.ending, f.ending_days, ${isSilent()} as silent,
        (select json_group_array(i.starts_at order by i.starts_at) from interview i
          where i.job_posting_id = p.id and i.deleted_at is null and i.outcome <> 'Cancelled') as rounds
      from ${postingsOf(actor, key)} o cross join job_posting p on p.id = o.id
      join posting_fact f on f.${mine} and f.job_posting_id = p.id
      order by coalesce(p.applied_at, p.created_at) desc, p.id desc ${limit}`),
    db.all<CompanyOffer>(sql`
      select t.id, t.job_title, t.opportunity_status, t.recruiter_company, t.email_received_at
      from ${opportunitiesOf(actor, key)} o cross join email_opportunity t on t.id = o.id
      order by t.email_received_at desc, t.id desc ${limit}`),
    db.all<CompanyPerson>(sql`
      select c.id, c.name, c.company, c.kind, c.role, c.last_contacted_at
      from (select id from ${contactsAt(actor, key)}
        union select l.contact_id from ${postingsOf(actor, key)} o
          cross join contact_link l on l.job_posting_id = o.id
        union select l.contact_id from ${opportunitiesOf(actor, key)} o
          cross join contact_link l on l.email_opportunity_id = o.id) o
      cross join contact c on c.id = o.id and c.deleted_at is null
      order by c.last_contacted_at desc, c.name collate nocase ${limit}`),
    db.all<CompanyRound>(sql`
      select i.id, i.kind, i.starts_at, i.outcome, p.posting_title as title
        from ${postingsOf(actor, key)} o cross join interview i on i.job_posting_id = o.id and i.deleted_at is null
        join job_posting p on p.id = o.id
      union all select i.id, i.kind, i.starts_at, i.outcome, t.job_title
        from ${opportunitiesOf(actor, key)} o cross join interview i
          on i.email_opportunity_id = o.id and i.deleted_at is null
        join email_opportunity t on t.id = o.id
      order by 3 desc, 1 desc ${limit}`),
    db.all<{ id: number; site_name: string; last_visited_at: string }>(sql`
      select s.id, s.site_name, s.last_visited_at
      from ${postingsOf(actor, key)} o cross join job_posting p on p.id = o.id
      join job_site s on s.id = p.job_site_id
      group by s.id order by count(*) desc, s.id limit ${maxSites}`),
  ]);
  return { postings, offers, people, rounds, sites };
}

const maxSites = 5;

export type CompanyThings = Awaited<ReturnType<typeof thingsOfCompany>>;
