import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now, today } from "../dates.ts";
import { dayValue } from "../day-value.ts";
import type { LoggedName } from "../kinds.ts";
import { valueWords } from "../records/value-words.ts";

/** What comes next about a posting or an opportunity. */
export type NextStep = {
  kind: "interview" | "follow_up" | "deadline";
  /** the kind of interview, or what is to be done; "" of a deadline */
  what: string;
  /** a stored instant, or a day without a time */
  at: string;
};

type Row = { id: number; at: string; kind: NextStep["kind"]; what: string };

/** The next step of each of the actor's postings or opportunities that has one, by its id. */
export async function nextSteps(
  actor: Actor,
  kind: LoggedName,
  ids: number[],
): Promise<Map<number, NextStep>> {
  if (ids.length === 0) return new Map();
  const of = sql.raw(`${kind}_id`);
  const chosen = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const rows = await getDb().all<Row>(sql`
    select ${of} as id, starts_at as at, 'interview' as kind, kind as what from interview
    where ${of} in ${chosen} and user_id = ${actor.user_id} and ${isToCome(now())}
    union all
    select ${of}, ${dueDay}, 'follow_up', what from follow_up
    where ${of} in ${chosen} and user_id = ${actor.user_id} and ${isOpen}
    union all
    select id, deadline, 'deadline', '' from ${sql.raw(kind)}
    where id in ${chosen} and user_id = ${actor.user_id} and deadline >= ${today(actor.time_zone)}
    order by 2, 1`);
  const first = new Map<number, NextStep>();
  for (const { id, at, kind: step, what } of rows) {
    if (first.has(id)) continue;
    const words = step === "interview" ? valueWords(what) || "Interview" : what;
    first.set(id, { kind: step, what: words, at: at.length === 10 ? dayValue(at) : at });
  }
  return first;
}

const dueDay = sql`max(due_on, coalesce(snoozed_until, ''))`;
const isOpen = sql`state = 'open' and deleted_at is null`;
const isToCome = (moment: string) =>
  sql`starts_at >= ${moment} and outcome <> 'Cancelled' and deleted_at is null`;

const never = "9999";

/** SQL for the day of a row's next step, to sort by; null without one. */
export function nextStepSql(kind: LoggedName, zone: string): SQL {
  const [row, of] = [sql.raw(`${kind}.id`), sql.raw(`${kind}_id`)];
  return sql`nullif(min(
    ifnull((select min(starts_at) from interview where ${of} = ${row} and ${isToCome(now())}), ${never}),
    ifnull((select min(${dueDay}) from follow_up where ${of} = ${row} and ${isOpen}), ${never}),
    iif(${sql.raw(kind)}.deadline >= ${today(zone)}, ${sql.raw(kind)}.deadline, ${never})), ${never})`;
}
