import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb, type Statement } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import type { SuggestionRule, TodayItem } from "./values.ts";

/** What a suggestion's answer is kept under: the kind of row and its id. */
const subjects: Record<SuggestionRule, string> = {
  prepare: "interview",
  write_up: "interview",
  thank: "interview",
  answer: "email_opportunity",
  decide: "job_posting",
  apply: "job_posting",
  quiet: "job_posting",
};

const subjectOf = (rule: SuggestionRule, id: number) => `${subjects[rule]}:${id}`;

/** Condition: an answer holds on a day: what was snoozed returns on its day. */
const holds = (day: string) => sql`(a.answer <> 'snoozed' or a.until > ${day})`;

/** SQL for the ids of rows whose suggestions by a rule are answered, whatever made them due. */
export const answeredIds = (actor: Actor, rule: SuggestionRule, day: string) => sql`
  select cast(substr(a.subject, ${subjects[rule].length + 2}) as integer) from suggestion_answer a
  where a.user_id = ${actor.user_id} and a.rule = ${rule} and ${holds(day)}`;

type Suggestion = TodayItem & { rule: SuggestionRule };

/** Those of the suggestions that are not answered yet, or whose snooze is over. */
export async function unanswered(
  actor: Actor,
  suggestions: Suggestion[],
  day: string,
): Promise<Suggestion[]> {
  if (suggestions.length === 0) return [];
  const keys = suggestions.map(({ rule, ids, occasion }) => ({
    rule,
    subject: subjectOf(rule, ids[0] ?? 0),
    occasion,
  }));
  // A cross join keeps SQLite from reading all answers for each suggestion.
  const rows = await getDb().all<{ at: number }>(sql`
    select j.key as at from json_each(${JSON.stringify(keys)}) j
    cross join suggestion_answer a where a.user_id = ${actor.user_id}
      and a.rule = j.value ->> 'rule' and a.subject = j.value ->> 'subject'
      and a.occasion = j.value ->> 'occasion' and ${holds(day)}`);
  const gone = new Set(rows.map(({ at }) => at));
  return suggestions.filter((_, at) => !gone.has(at));
}

type Kept = {
  rule: SuggestionRule;
  answer: "done" | "dismissed" | "snoozed";
  until: string | null;
  moment: string;
};

/** Statement: keeps an answer to suggestions of a rule, in place of an older one. `rows` is SQL for ids and occasions. */
export const keepAnswersTo = (
  actor: Actor,
  { rule, answer, until, moment }: Kept,
  rows: SQL,
): SQL => sql`
  insert into suggestion_answer (user_id, rule, subject, occasion, answer, until, answered_at)
  select ${actor.user_id}, ${rule}, ${`${subjects[rule]}:`} || id, occasion, ${answer}, ${until}, ${moment}
  from (${rows}) where true
  on conflict (user_id, rule, subject, occasion)
    do update set answer = excluded.answer, until = excluded.until, answered_at = excluded.answered_at`;

/** The same of rows that were read. */
export const keepAnswers = (
  actor: Actor,
  kept: Kept,
  rows: readonly { id: number; occasion: string }[],
): Statement =>
  keepAnswersTo(
    actor,
    kept,
    sql`select value ->> 'id' as id, value ->> 'occasion' as occasion from json_each(${JSON.stringify(rows)})`,
  );

/** Statement: forgets the answers that were given at a moment to suggestions of a rule. `ids` is SQL for them. */
export const forgetAnswersTo = (
  actor: Actor,
  rule: SuggestionRule,
  ids: SQL,
  moment: string,
): SQL => sql`
  delete from suggestion_answer where user_id = ${actor.user_id} and rule = ${rule}
    and answered_at = ${moment} and subject in
      (select ${`${subjects[rule]}:`} || value from (${ids}))`;

/** The same of ids that are known. */
export const forgetAnswers = (
  actor: Actor,
  rule: SuggestionRule,
  ids: readonly number[],
  moment: string,
): Statement =>
  forgetAnswersTo(actor, rule, sql`select value from json_each(${JSON.stringify(ids)})`, moment);

/** SQL for a column of the answer to a rule's suggestion about a row, whatever made it due; null without one. */
export const answerColumn = (
  actor: Actor,
  rule: SuggestionRule,
  id: SQL,
  column: "answer" | "until" | "answered_at",
): SQL => sql`(select ${sql.identifier(column)} from suggestion_answer where user_id = ${actor.user_id}
  and rule = ${rule} and subject = ${`${subjects[rule]}:`} || ${id} and occasion = '')`;

/**
 * Statement: puts back answers that were there before, whatever made them due. `rows` is SQL for ids and, as JSON
 * in `before`, the columns of their answers.
 */
export const putBackAnswers = (actor: Actor, rule: SuggestionRule, rows: SQL): SQL => sql`
  insert into suggestion_answer (user_id, rule, subject, occasion, answer, until, answered_at)
  select ${actor.user_id}, ${rule}, ${`${subjects[rule]}:`} || id, '', before ->> 'answer',
    before ->> 'until', before ->> 'answered_at'
  from (${rows}) where before ->> 'answer' is not null
  on conflict do nothing`;
