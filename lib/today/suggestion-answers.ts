import "server-only";
import { sql } from "drizzle-orm";
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

/** Statement: keeps an answer to suggestions of a rule, in place of an older one. */
export const keepAnswers = (
  actor: Actor,
  { rule, answer, until, moment }: Kept,
  rows: readonly { id: number; occasion: string }[],
): Statement => sql`
  insert into suggestion_answer (user_id, rule, subject, occasion, answer, until, answered_at)
  select ${actor.user_id}, ${rule}, ${`${subjects[rule]}:`} || (j.value ->> 'id'), j.value ->> 'occasion',
    ${answer}, ${until}, ${moment} from json_each(${JSON.stringify(rows)}) j where true
  on conflict (user_id, rule, subject, occasion)
    do update set answer = excluded.answer, until = excluded.until, answered_at = excluded.answered_at`;

/** Statement: forgets the answers that were given at a moment to suggestions of a rule. */
export const forgetAnswers = (
  actor: Actor,
  rule: SuggestionRule,
  ids: readonly number[],
  moment: string,
): Statement => sql`
  delete from suggestion_answer where user_id = ${actor.user_id} and rule = ${rule}
    and answered_at = ${moment} and subject in
      (select ${`${subjects[rule]}:`} || value from json_each(${JSON.stringify(ids)}))`;
