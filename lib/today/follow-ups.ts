import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { formatInstant, localDay } from "../dates.ts";
import { dueFollowUps } from "../follow-ups/queries.ts";
import { dueDay, type SubjectField } from "../follow-ups/values.ts";
import { maxRows, type TodayItem, type TodaySubject } from "./values.ts";
import { countDays, dayWords } from "./words.ts";

type Row = Awaited<ReturnType<typeof dueFollowUps>>[number];

const kinds = {
  job_posting_id: "job_posting",
  email_opportunity_id: "email_opportunity",
  contact_id: "contact",
  job_site_id: "job_site",
} as const satisfies Record<SubjectField, TodaySubject["kind"]>;

/** The follow-ups that are due, those that say to look at a site again apart. */
export async function followUpItems(actor: Actor, today: string): Promise<TodayItem[]> {
  const rows = await dueFollowUps(actor, today, maxRows);
  return rows.map((row) => itemOf(row, today, actor.time_zone));
}

function itemOf(row: Row, today: string, zone: string): TodayItem {
  const day = dueDay(row);
  const isLook = row.job_site_id !== null && row.repeat_days !== null;
  return {
    rule: isLook ? "look" : "follow_up",
    ids: [row.id],
    subject: subjectOf(row),
    title: row.what,
    reason: isLook ? lookWords(row, today, zone) : dueWords(row, day, today, zone),
    slips_on: day,
    slips_at: day === row.due_on ? row.due_at : null,
    occasion: day,
  };
}

function subjectOf(row: Row): TodaySubject | null {
  for (const [field, kind] of Object.entries(kinds)) {
    const id = row[field as SubjectField];
    if (id !== null) return { kind, id, name: row.subject_name };
  }
  return null;
}

function dueWords(row: Row, day: string, today: string, zone: string): string {
  const about = row.subject_name ? ` About ${row.subject_name}.` : "";
  const clock =
    row.due_at && day === row.due_on ? ` at ${formatInstant(row.due_at, zone).slice(11, 16)}` : "";
  const when = day < today ? `Due ${dayWords(day, today)}` : `Due today${clock}`;
  return `${when}.${about}`;
}

function lookWords({ last_look, repeat_days }: Row, today: string, zone: string): string {
  const every = countDays(repeat_days ?? 1);
  if (!last_look) return `You look every ${every}.`;
  const looked = dayWords(localDay(last_look, zone), today);
  return `You last looked ${looked}, and look every ${every === "1 day" ? "day" : every}.`;
}
