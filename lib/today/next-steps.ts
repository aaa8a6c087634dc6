import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { formatMoment, localDay, now } from "../dates.ts";
import { dayValue } from "../day-value.ts";
import { cancelledOutcome } from "../interviews/values.ts";
import type { LoggedName } from "../kinds.ts";
import { deadlineStatuses, offerStatus } from "../statuses/documented.ts";
import { statusesOf } from "../statuses/queries.ts";
import type { DaysWaiting } from "./days-waiting.ts";
import { answeredIds } from "./suggestion-answers.ts";

/** What comes next about a posting or an opportunity: `at` is in the person's zone. */
export type NextStep =
  | { what: "interview"; at: string; about: string }
  | { what: "follow_up"; at: string; about: string }
  | { what: "deadline"; at: string; about: "offer" | "opening" }
  | { what: "close" };

type Row = {
  id: number;
  status: string;
  deadline: string | null;
  waiting: DaysWaiting | null;
};

type Dated = { id: number; at: string; about: string };

/**
 * What comes next for each of some rows, if anything: the first of an interview, an open follow-up and a closing day;
 * or else whether one that waits for longer than usual is to be closed.
 */
export async function nextSteps(
  actor: Actor,
  kind: LoggedName,
  rows: readonly Row[],
): Promise<Map<number, NextStep>> {
  const zone = actor.time_zone;
  const moment = now();
  const today = localDay(moment, zone);
  const its = sql`(select value from json_each(${JSON.stringify(rows.map(({ id }) => id))}))`;
  const late = rows.filter(({ waiting }) => waiting?.isLate).map(({ id }) => id);
  const [{ standing }, interviews, followUps, answered] = await Promise.all([
    statusesOf(actor),
    interviewsOf(actor, kind, its, moment),
    followUpsOf(actor, kind, its),
    kind === "job_posting" && late.length > 0 ? closedBefore(actor, late, today) : [],
  ]);
  const steps = new Map<number, NextStep>();
  const settled = new Set(answered.map(({ id }) => id));
  if (kind === "job_posting")
    for (const id of late) if (!settled.has(id)) steps.set(id, { what: "close" });
  const dated: [Dated, NextStep][] = [
    ...interviews.map((row) => [row, stepOf("interview", row, zone)] as [Dated, NextStep]),
    ...followUps.map((row) => [row, stepOf("follow_up", row, zone)] as [Dated, NextStep]),
    ...rows.flatMap((row) =>
      deadlineOf({ ...row, status: standing(row.status) }, kind, today, zone),
    ),
  ];
  // The first of them is set last.
  for (const [{ id }, step] of dated.toSorted(([a], [b]) => (a.at < b.at ? 1 : -1)))
    steps.set(id, step);
  return steps;
}

const stepOf = (what: "interview" | "follow_up", { at, about }: Dated, zone: string): NextStep => ({
  what,
  about,
  at: formatMoment(at, zone),
});

function deadlineOf(row: Row, kind: LoggedName, today: string, zone: string): [Dated, NextStep][] {
  const { id, status, deadline } = row;
  const counts = kind === "email_opportunity" || deadlineStatuses.some((each) => each === status);
  if (!deadline || !counts || deadline < today) return [];
  const at = dayValue(deadline);
  const about = kind === "email_opportunity" || status === offerStatus ? "offer" : "opening";
  return [
    [
      { id, at, about },
      { what: "deadline", at: formatMoment(at, zone), about },
    ],
  ];
}

const subject = (kind: LoggedName) => sql.identifier(`${kind}_id`);

const interviewsOf = (actor: Actor, kind: LoggedName, ids: SQL, moment: string) =>
  getDb().all<Dated>(sql`
    select ${subject(kind)} as id, min(starts_at) as at, kind as about from interview
    where ${subject(kind)} in ${ids} and user_id = ${actor.user_id} and deleted_at is null
      and starts_at > ${moment} and outcome <> ${cancelledOutcome} group by 1`);

/** The open follow-up that is due first: a snooze puts it off. */
const followUpsOf = (actor: Actor, kind: LoggedName, ids: SQL) =>
  getDb().all<Dated>(sql`
    select ${subject(kind)} as id, what as about,
      min(iif(coalesce(snoozed_until, '') > due_on, snoozed_until || ${dayValue("")},
        coalesce(due_at, due_on || ${dayValue("")}))) as at
    from follow_up where ${subject(kind)} in ${ids} and user_id = ${actor.user_id}
      and deleted_at is null and state = 'open' group by 1`);

/** Those that the person answered for already, when asked whether to close them. */
const closedBefore = (actor: Actor, ids: readonly number[], day: string) =>
  getDb().all<{ id: number }>(sql`
    select value as id from json_each(${JSON.stringify(ids)})
    where value in (${answeredIds(actor, "quiet", day)})`);
