import "server-only";
import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { interview } from "../../db/schema/people.ts";
import { emailOpportunity, jobPosting } from "../../db/schema/tracker.ts";
import type { Actor, Owned } from "../accounts/auth/actor.ts";
import { live } from "../records/conditions.ts";
import { ownedRowReader } from "../records/queries.ts";
import type { InterviewSubject } from "./schema.ts";

export type InterviewRow = typeof interview.$inferSelect;
export type OwnedInterview = Owned<InterviewRow>;

/** The whole interview. Throws `NotFound`, or `Forbidden` where it is another person's. */
export const getInterview = ownedRowReader(interview);

/** The column that says which posting or opportunity an interview is about. */
export const subjectColumns = {
  job_posting: interview.job_posting_id,
  email_opportunity: interview.email_opportunity_id,
} as const;

/** More rounds than a page shows. */
const maxRounds = 200;

/** The interviews about one of the actor's postings or opportunities, the first one first. */
export const listInterviews = (actor: Actor, { subject, id }: InterviewSubject) =>
  selected(actor, eq(subjectColumns[subject], id))
    .orderBy(asc(interview.starts_at), asc(interview.id))
    .limit(maxRounds);

/** The interviews of one invitation (RFC 5545 UID) about a posting or an opportunity, the last added first. */
export const listOfInvitation = (actor: Actor, uid: string) =>
  getDb()
    .select()
    .from(interview)
    .where(and(live(interview, actor.user_id), eq(interview.invitation_uid, uid)))
    .orderBy(desc(interview.id))
    .limit(1) as unknown as Promise<OwnedInterview[]>;

function selected(actor: Actor, which: SQL) {
  return getDb()
    .select()
    .from(interview)
    .where(and(live(interview, actor.user_id), which));
}

/** What an interview is about, in words, with its status. */
export async function subjectOf(
  actor: Actor,
  { job_posting_id, email_opportunity_id }: InterviewRow,
) {
  const rows =
    job_posting_id === null
      ? await getDb()
          .select({
            id: emailOpportunity.id,
            name: emailOpportunity.recruiter_company,
            title: emailOpportunity.job_title,
            status: emailOpportunity.opportunity_status,
            applied_at: sql<string | null>`null`,
          })
          .from(emailOpportunity)
          .where(
            and(
              live(emailOpportunity, actor.user_id),
              eq(emailOpportunity.id, email_opportunity_id ?? 0),
            ),
          )
      : await getDb()
          .select({
            id: jobPosting.id,
            name: jobPosting.company_name,
            title: jobPosting.posting_title,
            status: jobPosting.posting_status,
            applied_at: jobPosting.applied_at,
          })
          .from(jobPosting)
          .where(and(live(jobPosting, actor.user_id), eq(jobPosting.id, job_posting_id)));
  const [row] = rows;
  return (
    row && {
      subject: job_posting_id === null ? ("email_opportunity" as const) : ("job_posting" as const),
      ...row,
    }
  );
}

export type SubjectOfInterview = NonNullable<Awaited<ReturnType<typeof subjectOf>>>;
