import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, localDay, toStored } from "../../dates.ts";
import { beforeDay, localDateSql, sinceDay, untilNow } from "../../records/days.ts";
import { countsAsNone } from "../../statuses/conditions.ts";
import { savedStatus } from "../../statuses/documented.ts";
import { reportRows } from "../report-rows.ts";
import {
  type ProofPeriod,
  proofPeriod,
  proofWeekShape,
  proofWeeks,
  weeksOfPeriod,
} from "./proof-weeks.ts";
import { getRequiredContacts, sqlList } from "./queries.ts";
import { count, dayText } from "./schema.ts";
import { maxProofLines, methodOfChannel, unansweredStatuses, type WeekStart } from "./values.ts";

const proofLine = z.strictObject({
  /** an application, or a reply to a recruiter's e-mail */
  kind: z.enum(["application", "reply"]),
  /** id of the posting or opportunity */
  id: z.int(),
  date: dayText,
  employer: z.string(),
  address: z.string(),
  person: z.string(),
  method: z.string(),
  position: z.string(),
  /** the stored status */
  result: z.string(),
});

/** The API's response of a work-search log. */
export const proofShape = z
  .strictObject({
    from: dayText,
    to: dayText,
    /** whether the requested period was longer than 53 weeks */
    cut: z.boolean(),
    required: z.int().min(1).nullable(),
    contacts: count,
    weeks: z.array(proofWeekShape),
    lines: z.array(proofLine),
    /** contacts beyond `maxProofLines` */
    left_out: count,
  })
  .meta({ id: "Proof" });

export type Proof = z.infer<typeof proofShape>;
export type ProofLine = z.infer<typeof proofLine>;

type ProofRequest = { from?: string; to?: string; starts: WeekStart; replies: boolean };

/** Work-search log for an unemployment office: employer contacts of a period by week, oldest first. */
export async function proof(actor: Actor, asked: ProofRequest, now = Date.now()): Promise<Proof> {
  const today = localDay(toStored(now), actor.time_zone);
  const period = proofPeriod(asked, asked.starts, today);
  const contacts = contactsSql(actor, period, asked.replies, now);
  const [first, last] = [addDays(period.from, -2), addDays(period.to, 2)];
  const date = localDateSql(sql`moment`, actor.time_zone, first, last);
  const [required, days, lines] = await Promise.all([
    getRequiredContacts(actor),
    reportRows<{ day: string; count: number }>(sql`
      select ${date} as day, count(*) as count from (${contacts}) group by 1`),
    readLines(actor, contacts, maxProofLines, 0),
  ]);
  const counts = new Map(days.map(({ day, count }) => [day, count]));
  const weeks = proofWeeks(period, asked.starts, counts, required, today);
  const total = weeks.reduce((sum, week) => sum + week.contacts, 0);
  return { ...period, required, contacts: total, weeks, lines, left_out: total - lines.length };
}

/** All lines of the period in batches, for a download. */
export async function* proofLines(actor: Actor, asked: ProofRequest, now = Date.now()) {
  const today = localDay(toStored(now), actor.time_zone);
  const period = proofPeriod(asked, asked.starts, today);
  for (const { starts_on: from, ends_on: to } of weeksOfPeriod(period, asked.starts)) {
    const contacts = contactsSql(actor, { from, to }, asked.replies, now);
    for (let done = 0; ; done += maxProofLines) {
      const lines = await readLines(actor, contacts, maxProofLines, done);
      if (lines.length > 0) yield lines;
      if (lines.length < maxProofLines) break;
    }
  }
}

type ContactRow = Omit<ProofLine, "date"> & { moment: string; channel: string };

async function readLines(actor: Actor, contacts: SQL, limit: number, offset: number) {
  const rows = await reportRows<ContactRow>(sql`
    select * from (${contacts}) order by moment, kind, id limit ${limit} offset ${offset}`);
  return rows.map(
    ({ moment, channel, method, ...line }): ProofLine => ({
      kind: line.kind,
      id: line.id,
      date: localDay(moment, actor.time_zone),
      employer: line.employer,
      address: line.address,
      person: line.person,
      method: method || methodOfChannel(channel),
      position: line.position,
      result: line.result,
    }),
  );
}

/**
 * SQL for the contacts of a period up to now. A reply is dated by its event, else by the e-mail; if the
 * opportunity became a posting, only the posting counts.
 */
function contactsSql(
  actor: Actor,
  { from, to }: Pick<ProofPeriod, "from" | "to">,
  replies: boolean,
  now: number,
) {
  const zone = actor.time_zone;
  const withinPeriod = (moment: SQL) => sql`${sinceDay(moment, from, zone)}
    and ${beforeDay(moment, addDays(to, 1), zone)} and ${untilNow(moment, zone, now)}`;
  const applications = sql`
    select 'application' as kind, id, applied_at as moment, company_name as employer,
      employer_address as address, contact_person as person, contact_method as method,
      posting_url_domain as channel, posting_title as position, posting_status as result
    from job_posting where user_id = ${actor.user_id} and deleted_at is null
      and ${countsAsNone(sql`posting_status`, actor.user_id, [savedStatus])} and ${withinPeriod(sql`applied_at`)}`;
  const answered = sql`
    select 'reply' as kind, id, moment, recruiter_company as employer, '' as address,
      recruiter_name as person, 'E-mail' as method, '' as channel, job_title as position,
      opportunity_status as result
    from (select o.*, coalesce((select min(e.occurred_at) from event e
        where e.email_opportunity_id = o.id and e.kind = 'status'
          and e.to_value not in (${sqlList(unansweredStatuses)})), o.email_received_at) as moment
      from email_opportunity o where o.user_id = ${actor.user_id} and o.deleted_at is null
        and o.opportunity_status not in (${sqlList(unansweredStatuses)})
        and not exists (select 1 from job_posting p where p.id = o.job_posting_id
          and p.deleted_at is null and ${countsAsNone(sql`p.posting_status`, actor.user_id, [savedStatus])}))
    where ${withinPeriod(sql`moment`)}`;
  return replies ? sql`${applications} union all ${answered}` : applications;
}
