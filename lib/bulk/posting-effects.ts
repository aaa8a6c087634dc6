import "server-only";
import { sql } from "drizzle-orm";
import { now } from "../dates.ts";
import { setStageOf, setStatusOf } from "../postings/change-many.ts";
import { isActiveByLog } from "../postings/groups.ts";
import { countsAs } from "../statuses/conditions.ts";
import { type PostingStatus, waitingStatuses } from "../statuses/documented.ts";
import {
  answerColumn,
  forgetAnswersTo,
  keepAnswersTo,
  putBackAnswers,
} from "../today/suggestion-answers.ts";
import type { Effect, Run } from "./effects.ts";

const statusColumns = ["posting_status", "applied_at", "rejected_at"];

/** Sets the status of postings, and where it is given their stage. */
export function postingStatus({ actor, moment }: Run, to: string, stage?: string): Effect {
  const hasStage = stage !== undefined;
  const stageDiffers = hasStage ? sql` or rejected_after_stage <> ${stage}` : sql``;
  return {
    applies: sql`(posting_status <> ${to}${stageDiffers})`,
    write: (which) => [
      ...setStatusOf(actor, which, to, moment),
      ...(hasStage ? setStageOf(actor, which, stage, moment) : []),
    ],
    columns: hasStage ? [...statusColumns, "rejected_after_stage"] : statusColumns,
  };
}

/** Sets the furthest stage of postings. */
export const postingStage = ({ actor, moment }: Run, to: string): Effect => ({
  applies: sql`rejected_after_stage <> ${to}`,
  write: (which) => setStageOf(actor, which, to, moment),
  columns: ["rejected_after_stage"],
});

/** Moves postings to another site of the actor's. */
export const postingSite = ({ actor }: Run, to: number): Effect => ({
  applies: sql`job_site_id <> ${to} and exists (select 1 from job_site s
    where s.id = ${to} and s.user_id = ${actor.user_id} and s.deleted_at is null)`,
  write: (which) => [
    sql`update job_posting set job_site_id = ${to}, updated_at = ${now()} where ${which}`,
  ],
  columns: ["job_site_id"],
});

const talked = ["1 - Actively Engaged", "2 - Awaiting Feedback"] satisfies PostingStatus[];
const silence = "2.4 - Post Interview Silence" satisfies PostingStatus;

/**
 * Closes postings whose employer no longer answers: an application that waits stays "No response", and Today no longer
 * asks; where there were talks, the status says that they ended in silence.
 */
export function closedPostings({ actor, moment }: Run): Effect {
  const hadTalks = sql`(${countsAs(sql`posting_status`, actor.user_id, talked)} or ${isActiveByLog(actor.user_id)})`;
  const kept = (column: Parameters<typeof answerColumn>[3]) =>
    answerColumn(actor, "quiet", sql`job_posting.id`, column);
  const waits = sql`(${countsAs(sql`posting_status`, actor.user_id, waitingStatuses)} and not ${hadTalks}
    and ${kept("answer")} is not 'done')`;
  const answered = { rule: "quiet", answer: "done", until: null, moment } as const;
  return {
    applies: sql`(${hadTalks} or ${waits})`,
    write: (which) => [
      keepAnswersTo(
        actor,
        answered,
        sql`select id, '' as occasion from job_posting where ${which} and ${waits}`,
      ),
      ...setStatusOf(actor, sql`${which} and ${hadTalks}`, silence, moment),
    ],
    columns: statusColumns,
    watched: {
      answer: kept("answer"),
      until: kept("until"),
      answered_at: kept("answered_at"),
    },
    takeBack: ({ ids, before }) => [
      forgetAnswersTo(actor, "quiet", ids, moment),
      putBackAnswers(actor, "quiet", before),
    ],
  };
}
