import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, dayStart, formatInstant, localDay } from "../dates.ts";
import { isDayValue } from "../day-value.ts";
import { valueWords } from "../records/value-words.ts";
import { maxRows, type SuggestionRule, type TodayItem, thankDays, writeUpDays } from "./values.ts";
import { daysAgo, dayWords } from "./words.ts";

type Row = {
  id: number;
  starts_at: string;
  kind: string;
  outcome: string;
  job_posting_id: number | null;
  email_opportunity_id: number | null;
  name: string;
};

type Suggestion = TodayItem & { rule: SuggestionRule };

/** Interviews to prepare from the day before, to write up, and to thank for. */
export async function interviewItems(
  actor: Actor,
  today: string,
  moment: string,
): Promise<Suggestion[]> {
  const rows = await nearInterviews(actor, today);
  return rows.flatMap((row) => itemsOf(row, today, moment, actor.time_zone));
}

/** The interviews of these days, but for the cancelled ones, and those whose posting or opportunity is in the trash. */
async function nearInterviews(actor: Actor, today: string): Promise<Row[]> {
  const from = dayStart(addDays(today, -writeUpDays), actor.time_zone);
  // A day without a time is sorted by its noon, which may be behind its end in a far zone.
  const until = dayStart(addDays(today, 3), actor.time_zone);
  return getDb().all<Row>(sql`
    select i.id, i.starts_at, i.kind, i.outcome, i.job_posting_id, i.email_opportunity_id,
      coalesce(nullif(p.company_name, ''), nullif(p.posting_title, ''),
        nullif(o.recruiter_company, ''), nullif(o.job_title, ''), 'the interview') as name
    from interview i
    left join job_posting p on p.id = i.job_posting_id
    left join email_opportunity o on o.id = i.email_opportunity_id
    where i.user_id = ${actor.user_id} and i.deleted_at is null
      and i.starts_at >= ${from} and i.starts_at < ${until}
      and i.outcome <> 'Cancelled' and p.deleted_at is null and o.deleted_at is null
    order by i.starts_at desc, i.id desc limit ${maxRows}`);
}

function itemsOf(row: Row, today: string, moment: string, zone: string): Suggestion[] {
  const { starts_at, name, outcome } = row;
  const day = localDay(starts_at, zone);
  const isOver = isDayValue(starts_at) ? day < today : starts_at <= moment;
  const about = {
    ids: [row.id],
    subject: subjectOf(row),
    occasion: starts_at,
    slips_at: isDayValue(starts_at) ? null : starts_at,
  };
  const kind = valueWords(row.kind) || "Interview";
  const clock = isDayValue(starts_at) ? "" : ` at ${formatInstant(starts_at, zone).slice(11, 16)}`;
  if (!isOver) {
    if (outcome !== "" || day > addDays(today, 1)) return [];
    const reason = `${kind} ${dayWords(day, today)}${clock}.`;
    return [{ ...about, rule: "prepare", title: `Prepare for ${name}`, reason, slips_on: day }];
  }
  const past = { ...about, slips_at: null };
  const reason = `${kind} ${daysAgo(day, today)}`;
  const thank: Suggestion = {
    ...past,
    rule: "thank",
    title: `Thank ${name}`,
    reason: `${reason}: a thank-you counts within ${thankDays} days.`,
    slips_on: addDays(day, thankDays),
  };
  const writeUp: Suggestion = {
    ...past,
    rule: "write_up",
    title: `Write up ${name}`,
    reason: `${reason}, and how it went is not noted yet.`,
    slips_on: addDays(day, 1),
  };
  return [
    ...(outcome === "" ? [writeUp] : []),
    ...(outcome !== "Failed" && thank.slips_on >= today ? [thank] : []),
  ];
}

function subjectOf({ job_posting_id, email_opportunity_id, name }: Row): TodayItem["subject"] {
  if (job_posting_id !== null) return { kind: "job_posting", id: job_posting_id, name };
  if (email_opportunity_id === null) return null;
  return { kind: "email_opportunity", id: email_opportunity_id, name };
}
