import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";
import { logChange } from "../events/commands.ts";
import { countsAs, standingSql } from "../statuses/conditions.ts";
import { rejectedStatus, savedStatus } from "../statuses/documented.ts";

// Statements that change those of the actor's postings that a condition selects.

const logField = (actor: Actor, which: SQL, ...rest: [string, Parameters<typeof logChange>[4]]) =>
  logChange(actor, "job_posting", which, ...rest);

/**
 * Statements that set the status with the date that goes with it: the day of the rejection, or of the application when
 * a saved posting moves on; existing dates stay.
 */
export function setStatusOf(actor: Actor, which: SQL, to: string, moment: string): SQL[] {
  const toStands = standingSql(sql`${to}`, actor.user_id);
  const rejects = sql`${toStands} = ${rejectedStatus} and rejected_at is null`;
  const applies = sql`${toStands} <> ${savedStatus}
    and ${countsAs(sql`posting_status`, actor.user_id, [savedStatus])} and applied_at is null`;
  const dated = (kind: "applied" | "rejected", condition: SQL) =>
    logField(actor, sql`${which} and ${condition}`, `${kind}_at`, { kind, at: moment, to: moment });
  return [
    logField(actor, which, "posting_status", { kind: "status", at: moment, to }),
    dated("applied", applies),
    dated("rejected", rejects),
    sql`update job_posting set posting_status = ${to}, updated_at = ${now()},
      applied_at = iif(${applies}, ${moment}, applied_at),
      rejected_at = iif(${rejects}, ${moment}, rejected_at) where ${which}`,
  ];
}

/** Statements that set the furthest stage. */
export const setStageOf = (actor: Actor, which: SQL, to: string, moment: string): SQL[] => [
  logField(actor, which, "rejected_after_stage", { kind: "stage", at: moment, to }),
  sql`update job_posting set rejected_after_stage = ${to}, updated_at = ${now()} where ${which}`,
];
