import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays } from "../dates.ts";
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
};

/** Offers that want an answer, and saved postings that close soon. One that closed is gone, an offer is not at once. */
export async function deadlineItems(
  actor: Actor,
  today: string,
): Promise<(TodayItem & { rule: SuggestionRule })[]> {
  const rows = await getDb().all<Row>(sql`
    select p.id, p.company_name, p.posting_title, ${standingSql(sql`p.posting_status`, actor.user_id)} as posting_status, p.deadline
    from job_posting p
    where p.user_id = ${actor.user_id} and p.deleted_at is null
      and p.deadline >= ${addDays(today, -overdueDays)}
      and p.deadline <= ${addDays(today, deadlineDays)}
      and ${countsAs(sql`p.posting_status`, actor.user_id, deadlineStatuses)}
      and (p.deadline >= ${today} or ${countsAsNone(sql`p.posting_status`, actor.user_id, [savedStatus])})
    order by p.deadline, p.id limit ${maxRows}`);
  return rows.map((row) => itemOf(row, today));
}

function itemOf(row: Row, today: string): TodayItem & { rule: SuggestionRule } {
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
    title: isOffer ? `Answer ${name}’s offer` : `Apply to ${name}`,
    reason: title ? `${title}. ${words}` : words,
    slips_on: deadline,
    slips_at: null,
    occasion: deadline,
  };
}
