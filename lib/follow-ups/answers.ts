import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import { followUp } from "../../db/schema/people.ts";
import { jobSite } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now } from "../dates.ts";
import { AppError } from "../errors.ts";
import { own } from "../records/conditions.ts";
import { getSite } from "../sites/queries.ts";
import { updateFollowUp } from "./commands.ts";
import type { FollowUpRow, OwnedFollowUp } from "./queries.ts";
import { deleteNext } from "./repeat.ts";
import type { AnswerChange } from "./schema.ts";

/** What a person answers to a follow-up that is due. */
export type Answer = { state: "done" | "dismissed" } | { snoozed_until: string };

/** Answers a follow-up; gives what takes it back. */
export async function answerFollowUp(
  actor: Actor,
  row: OwnedFollowUp,
  answer: Answer,
): Promise<AnswerChange> {
  const moment = now();
  const last_visited_at = await lastLook(actor, row, answer);
  await updateFollowUp(actor, row, answer, [], moment);
  const { state, due_on, due_at, snoozed_until, closed_at } = row;
  return { moment, before: { state, due_on, due_at, snoozed_until, closed_at, last_visited_at } };
}

async function lastLook(actor: Actor, row: FollowUpRow, answer: Answer): Promise<string | null> {
  const isLook = "state" in answer && answer.state === "done" && row.repeat_days !== null;
  if (!isLook || row.job_site_id === null) return null;
  return (await getSite(actor, row.job_site_id)).last_visited_at;
}

/** Takes an answer back with all that it did. Throws an `AppError` (conflict) where the follow-up changed since. */
export async function takeBackAnswer(
  actor: Actor,
  row: OwnedFollowUp,
  { moment, before }: AnswerChange,
): Promise<void> {
  const { last_visited_at, ...kept } = before;
  const unchanged = and(own(followUp, actor, row.id), eq(followUp.updated_at, moment));
  const isUnchanged = sql`exists (select 1 from follow_up where ${unchanged})`;
  const results = await atomically([
    ...(row.repeat_days === null
      ? []
      : [sql`${deleteNext(actor, row, moment)} and ${isUnchanged}`]),
    ...(last_visited_at === null || row.job_site_id === null
      ? []
      : [
          getDb()
            .update(jobSite)
            .set({ last_visited_at, updated_at: now() })
            .where(
              and(
                own(jobSite, actor, row.job_site_id),
                eq(jobSite.last_visited_at, moment),
                isUnchanged,
              ),
            ),
        ]),
    getDb()
      .update(followUp)
      .set({ ...kept, updated_at: now() })
      .where(unchanged)
      .returning({ id: followUp.id }),
  ]);
  if ((results.at(-1) as unknown[]).length === 0) {
    throw new AppError("It was changed meanwhile.");
  }
}
