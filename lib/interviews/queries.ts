import "server-only";
import { and, asc, desc, eq, gt, isNotNull, lte, ne, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { interview } from "../../db/schema/people.ts";
import { emailOpportunity, jobPosting } from "../../db/schema/tracker.ts";
import type { Actor, Owned } from "../accounts/auth/actor.ts";
import { datetimeLocalValue, now } from "../dates.ts";
import { live } from "../records/conditions.ts";
import { ownedRowReader } from "../records/queries.ts";
import { valueWords } from "../records/value-words.ts";
import type { InterviewFilter, InterviewSubject } from "./schema.ts";
import { cancelledOutcome } from "./values.ts";

export type InterviewRow = typeof interview.$inferSelect;
export type OwnedInterview = Owned<InterviewRow>;

/** The whole interview. Throws `NotFound`, or `Forbidden` where it is another person's. */
export const getInterview = ownedRowReader(interview);

/** The column that says which posting or opportunity an interview is about. */
const subjectColumns = {
  job_posting: interview.job_posting_id,
  email_opportunity: interview.email_opportunity_id,
} as const;

/** The id of the interview about a posting that went to the trash last; restoring it restores those that went with it. */
export async function lastTrashedInterview(actor: Actor, posting: number): Promise<number[]> {
  const { job_posting_id, user_id, deleted_at } = interview;
  const rows = await getDb()
    .select({ id: interview.id })
    .from(interview)
    .where(and(eq(job_posting_id, posting), eq(user_id, actor.user_id), isNotNull(deleted_at)))
    .orderBy(desc(deleted_at))
    .limit(1);
  return rows.map(({ id }) => id);
}

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
  {
    job_posting_id,
    email_opportunity_id,
  }: Pick<InterviewRow, "job_posting_id" | "email_opportunity_id">,
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

/** So many coming interviews are looked at for the days that are taken. */
const maxComing = 100;

/** What the actor has on each coming day: "Screening at 10:00, Helio". */
export async function busyDays(actor: Actor): Promise<Record<string, string>> {
  const zone = actor.time_zone;
  const rows = await getDb()
    .select({
      starts_at: interview.starts_at,
      kind: interview.kind,
      name: sql<string>`ifnull(${jobPosting.company_name}, ${emailOpportunity.job_title})`,
    })
    .from(interview)
    .leftJoin(jobPosting, eq(jobPosting.id, interview.job_posting_id))
    .leftJoin(emailOpportunity, eq(emailOpportunity.id, interview.email_opportunity_id))
    .where(
      and(
        live(interview, actor.user_id),
        gt(interview.starts_at, now()),
        ne(interview.outcome, cancelledOutcome),
      ),
    )
    .orderBy(desc(interview.starts_at))
    .limit(maxComing);
  return Object.fromEntries(
    rows.map(({ starts_at, kind, name }) => {
      const [day = "", clock] = datetimeLocalValue(starts_at, zone).split("T");
      const words = [valueWords(kind) || "an interview", clock && `at ${clock}`]
        .filter(Boolean)
        .join(" ");
      return [day, name ? `${words}, ${name}` : words];
    }),
  );
}

/** One page of the actor's interviews with the count of all: the coming ones, or those that have begun. */
export async function pageOfInterviews(actor: Actor, { show, page, rows: size }: InterviewFilter) {
  const moment = now();
  const { starts_at } = interview;
  const isComing = show === "coming";
  const where = and(
    live(interview, actor.user_id),
    isComing ? gt(starts_at, moment) : lte(starts_at, moment),
  );
  const order = isComing ? asc : desc;
  const [total, found] = await Promise.all([
    getDb().$count(interview, where),
    getDb()
      .select({
        interview,
        company: jobPosting.company_name,
        posting: jobPosting.posting_title,
        agency: emailOpportunity.recruiter_company,
        job: emailOpportunity.job_title,
      })
      .from(interview)
      .leftJoin(jobPosting, eq(jobPosting.id, interview.job_posting_id))
      .leftJoin(emailOpportunity, eq(emailOpportunity.id, interview.email_opportunity_id))
      .where(where)
      .orderBy(order(starts_at), order(interview.id))
      .limit(size)
      .offset((page - 1) * size),
  ]);
  const rows = found.map(({ interview: row, ...names }) => ({
    ...row,
    about:
      row.job_posting_id === null
        ? {
            subject: "email_opportunity",
            id: row.email_opportunity_id ?? 0,
            name: names.agency ?? "",
            title: names.job ?? "",
          }
        : {
            subject: "job_posting",
            id: row.job_posting_id,
            name: names.company ?? "",
            title: names.posting ?? "",
          },
  }));
  return { rows, total };
}

export type InterviewListRow = Awaited<ReturnType<typeof pageOfInterviews>>["rows"][number];

/** How many interviews the actor has. */
export const countInterviews = (actor: Actor): PromiseLike<number> =>
  getDb().$count(interview, live(interview, actor.user_id));
