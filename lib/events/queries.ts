import "server-only";
import { and, desc, eq, isNull } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { getDb } from "../../db/client.ts";
import { interview } from "../../db/schema/people.ts";
import { event } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import type { Subject } from "./commands.ts";

/** The column that says which posting or opportunity an event is about. */
export const subjectColumns = {
  job_posting: event.job_posting_id,
  email_opportunity: event.email_opportunity_id,
} satisfies Record<Subject, SQLiteColumn>;

/** The events of one of the actor's postings or opportunities, newest first. */
export async function listEvents(actor: Actor, subject: Subject, id: number) {
  return getDb()
    .select({
      id: event.id,
      kind: event.kind,
      occurred_at: event.occurred_at,
      recorded_at: event.recorded_at,
      from_value: event.from_value,
      to_value: event.to_value,
      via: event.via,
      interview: { id: interview.id, kind: interview.kind, outcome: interview.outcome },
    })
    .from(event)
    .leftJoin(interview, and(eq(interview.id, event.interview_id), isNull(interview.deleted_at)))
    .where(and(eq(subjectColumns[subject], id), eq(event.user_id, actor.user_id)))
    .orderBy(desc(event.occurred_at), desc(event.id))
    .limit(500);
}

export type EventRow = Awaited<ReturnType<typeof listEvents>>[number];
