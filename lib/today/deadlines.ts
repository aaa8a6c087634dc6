import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays } from "../dates.ts";
import { applyTo } from "../follow-ups/values.ts";
import { countsAs, countsAsNone, standingSql } from "../statuses/conditions.ts";
import { deadlineStatuses, offerStatus, savedStatus } from "../statuses/documented.ts";
import {
  deadlineDays,
  maxRows,
  overdueDays,
  type SuggestionRule,
  type TodayItem,
} from "./values.ts";
import { dayWords } from "./words.ts";

type Row = {
  id: number;
  company_name: string;
  posting_title: string;
  /** the documented one that it counts as */
  posting_status: string;
  deadline: string;
  is_reminded: number;
};

/** A closing day as a line of the queue, and whether its person has a reminder of their own for it. */
export type DeadlineItem = TodayItem & { rule: SuggestionRule; is_reminded: boolean };

/**
 * SQL for whether the person set a reminder of their own to apply by this day. It is in the queue, among what comes up
 * or answered, and one of both is enough; one that was put off beyond the day does not count.
 */
const isReminded = sql`exists (select 1 from follow_up f
  where f.job_posting_id = p.id and f.user_id = p.user_id and f.deleted_at is null
    and (f.state <> 'open' or f.snoozed_until is null or f.snoozed_until <= p.deadline)
    and f.what like ${`${applyTo}%`}
    and f.due_on between date(p.deadline, ${`-${deadlineDays} days`}) and p.deadline)`;

/** Offers that want an answer, and saved postings that close soon. One that closed is gone, an offer is not at once. */
export async function deadlineItems(actor: Actor, today: string): Promise<DeadlineItem[]> {
  const rows = await getDb().all<Row>(sql`
    select p.id, p.company_name, p.posting_title, ${standingSql(sql`p.posting_status`, actor.user_id)} as posting_status, p.deadline,
      ${isReminded} as is_reminded
    from job_posting p
    where p.user_id = ${actor.user_id} and p.deleted_at is null
      and p.deadline >= ${addDays(today, -overdueDays)}
      and p.deadline <= ${addDays(today, deadlineDays)}
      and ${countsAs(sql`p.posting_status`, actor.user_id, deadlineStatuses)}
      and (p.deadline >= ${today} or ${countsAsNone(sql`p.posting_status`, actor.user_id, [savedStatus])})
    order by p.deadline, p.id limit ${maxRows}`);
  return rows.map((row) => itemOf(row, today));
}

function itemOf(row: Row, today: string): DeadlineItem {
  const { id, company_name, posting_title, deadline } = row;
  const name = company_name || posting_title || "Untitled";
  const title = company_name && posting_title;
  const when = dayWords(deadline, today);
  const isOffer = row.posting_status === offerStatus;
  const words = isOffer
    ? `Their offer ${deadline < today ? "ended" : "ends"} ${when}.`
    : `It closes ${when}.`;
  return {
    rule: isOffer ? "decide" : "apply",
    ids: [id],
    subject: { kind: "job_posting", id, name },
    title: isOffer ? `Answer ${name}’s offer` : `${applyTo}${name}`,
    reason: title ? `${title}. ${words}` : words,
    slips_on: deadline,
    slips_at: null,
    occasion: deadline,
    is_reminded: !isOffer && row.is_reminded === 1,
  };
}
