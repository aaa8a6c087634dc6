import "server-only";
import { sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now, today } from "../dates.ts";
import { Invalid } from "../errors.ts";
import { type Answer, answerFollowUp, takeBackAnswer } from "../follow-ups/answers.ts";
import { getFollowUp } from "../follow-ups/queries.ts";
import { answerOccasions } from "./opportunities.ts";
import type { TodayAnswer, TodayChange } from "./schema.ts";
import { forgetAnswers, keepAnswers } from "./suggestion-answers.ts";
import { type FollowUpRule, followUpRules, type Rule, type SuggestionRule } from "./values.ts";

const isFollowUpRule = (rule: Rule): rule is FollowUpRule =>
  followUpRules.some((each) => each === rule);

/**
 * Answers items of the queue; gives what takes it back. Throws `Invalid` where an id is none of the rule's rows of the
 * actor's, or a snooze has no day after today.
 */
export async function answerToday(actor: Actor, sent: TodayAnswer): Promise<TodayChange> {
  const { rule, ids, answer, until = null } = sent;
  if (answer === "snooze" && (until === null || until <= today(actor.time_zone))) {
    throw new Invalid({ until: ["Give a day after today."] });
  }
  if (isFollowUpRule(rule)) {
    const rows = await Promise.all(ids.map((id) => getFollowUp(actor, id)));
    const said: Answer =
      answer === "snooze"
        ? { snoozed_until: until ?? "" }
        : { state: answer === "done" ? "done" : "dismissed" };
    const changes = [];
    for (const row of rows) {
      changes.push({ id: row.id, change: await answerFollowUp(actor, row, said) });
    }
    return { rule, changes };
  }
  const moment = now();
  const rows = await occasionsOf(actor, rule, ids, moment);
  const missing = ids.find((id) => !rows.some((row) => row.id === id));
  if (missing !== undefined) {
    throw new Invalid({ ids: [`Invalid pk "${missing}" - object does not exist.`] });
  }
  const kept = answer === "snooze" ? "snoozed" : answer === "done" ? "done" : "dismissed";
  const day = answer === "snooze" ? until : null;
  await atomically([keepAnswers(actor, { rule, answer: kept, until: day, moment }, rows)]);
  return { rule, ids, moment };
}

/** The table of the rows that a rule is about, and SQL for what makes them due. */
const rowsOf = {
  prepare: ["interview", "starts_at"],
  write_up: ["interview", "starts_at"],
  thank: ["interview", "starts_at"],
  decide: ["job_posting", "coalesce(deadline, '')"],
  apply: ["job_posting", "coalesce(deadline, '')"],
  quiet: ["job_posting", "''"],
} as const satisfies Record<Exclude<SuggestionRule, "answer">, readonly [string, string]>;

/** The rows of the actor's that an answer is about, each with what made it due. */
async function occasionsOf(
  actor: Actor,
  rule: SuggestionRule,
  ids: readonly number[],
  moment: string,
): Promise<{ id: number; occasion: string }[]> {
  if (rule === "answer") return answerOccasions(actor, ids, moment);
  const [table, occasion] = rowsOf[rule];
  return getDb().all(sql`
    select id, ${sql.raw(occasion)} as occasion from ${sql.identifier(table)}
    where id in (select value from json_each(${JSON.stringify(ids)}))
      and user_id = ${actor.user_id} and deleted_at is null`);
}

/** Takes an answer back. Throws an `AppError` where a follow-up changed since. */
export async function takeBackToday(actor: Actor, change: TodayChange): Promise<void> {
  if ("moment" in change) {
    await atomically([forgetAnswers(actor, change.rule, change.ids, change.moment)]);
    return;
  }
  for (const { id, change: made } of change.changes) {
    await takeBackAnswer(actor, await getFollowUp(actor, id), made);
  }
}
