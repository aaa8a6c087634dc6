import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { isNullViolation } from "../../db/errors.ts";
import { preparedInsert } from "../../db/prepared-query.ts";
import { interview } from "../../db/schema/people.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { uniqueMoment } from "../dates.ts";
import { isDayValue } from "../day-value.ts";
import { AppError, type FieldErrors, Invalid } from "../errors.ts";
import { lastId } from "../events/commands.ts";
import { computeInterviewedAt, followInterviews } from "../events/interview-log.ts";
import { updateRow } from "../records/commands.ts";
import { live, own } from "../records/conditions.ts";
import type { InterviewRow, OwnedInterview } from "./queries.ts";
import type { InterviewInput } from "./schema.ts";
import { movedEnd, usualEnd } from "./times.ts";
import { maxInterviews } from "./values.ts";

type Subject = { job_posting_id: number | null; email_opportunity_id: number | null };

/** The owner of what an interview is about; null where that is not the actor's or in the trash. */
const ownerOfSubject = (posting: unknown, opportunity: unknown, user: unknown) => {
  const owner = (table: SQL, id: unknown) => sql`(select user_id from ${table}
    where id = ${id} and user_id = ${user} and deleted_at is null)`;
  return sql<number>`coalesce(${owner(sql`job_posting`, posting)}, ${owner(sql`email_opportunity`, opportunity)})`;
};

const placeholderOwner = ownerOfSubject(
  sql.placeholder("job_posting_id"),
  sql.placeholder("email_opportunity_id"),
  sql.placeholder("user_id"),
);

const insertInterview = preparedInsert(interview, { user_id: placeholderOwner });

/** Refuses a second interview of one invitation, also where two requests bring it at the same moment. */
const insertInvited = preparedInsert(interview, {
  user_id: sql<number>`iif(exists (select 1 from interview
    where user_id = ${sql.placeholder("user_id")} and deleted_at is null and invitation_uid <> ''
      and invitation_uid = ${sql.placeholder("invitation_uid")}), null, ${placeholderOwner})`,
});

/**
 * Adds an interview, which its posting and the log follow; with `once` only where none of its invitation is there.
 * Throws `Invalid`.
 */
export async function createInterview(
  actor: Actor,
  { starts_at, ends_at, ...input }: InterviewInput,
  once = false,
): Promise<InterviewRow> {
  const subject = subjectOfInput(input, { job_posting_id: null, email_opportunity_id: null });
  await requireRoom(actor, subject);
  const end = endOf(starts_at, ends_at ?? usualEnd(starts_at));
  const row = { ...input, ...subject, starts_at, ends_at: end, user_id: actor.user_id };
  const [rows] = await onSubject(subject, [
    (once ? insertInvited : insertInterview)(row),
    ...followInterviews(actor, lastId("interview")),
  ]);
  return (rows as InterviewRow[])[0] as InterviewRow;
}

/** Changes the given fields, which posting and log follow. `first` runs before, in the transaction. Throws `Invalid`. */
export async function updateInterview(
  actor: Actor,
  found: OwnedInterview,
  { starts_at = found.starts_at, ends_at, ...input }: Partial<InterviewInput>,
  first: readonly Statement[] = [],
): Promise<void> {
  const subject = subjectOfInput(input, found);
  const isMoved = starts_at !== found.starts_at;
  const kept = isMoved ? movedEnd(found, starts_at) : found.ends_at;
  const end = ends_at === undefined ? kept : endOf(starts_at, ends_at ?? usualEnd(starts_at));
  const before = found.job_posting_id;
  const { job_posting_id, email_opportunity_id } = subject;
  if (
    job_posting_id !== found.job_posting_id ||
    email_opportunity_id !== found.email_opportunity_id
  )
    await requireRoom(actor, subject);
  await onSubject(subject, [
    ...first,
    updateRow(interview, actor, found.id, {
      ...input,
      ...subject,
      starts_at,
      ends_at: end,
      user_id: ownerOfSubject(job_posting_id, email_opportunity_id, actor.user_id),
    }),
    ...followInterviews(actor, sql`${found.id}`),
    ...(before === null || before === job_posting_id
      ? []
      : [computeInterviewedAt(actor, sql`${before}`)]),
  ]);
}

/** Moves an interview to the trash for 30 days; posting and log follow. `first` runs before, in the transaction. */
export async function deleteInterview(
  actor: Actor,
  { id }: OwnedInterview,
  first: readonly Statement[] = [],
): Promise<void> {
  await atomically([
    ...first,
    sql`update interview set deleted_at = ${uniqueMoment()} where ${own(interview, actor, id)}`,
    ...followInterviews(actor, sql`${id}`),
  ]);
}

/** What an interview is about after a write: naming one of the two replaces the other. Throws `Invalid`. */
function subjectOfInput(input: Partial<Subject>, stored: Subject): Subject {
  const { job_posting_id: posting, email_opportunity_id: opportunity } = input;
  if (posting && opportunity) {
    const both = "Give a job_posting_id or an email_opportunity_id, not both.";
    throw new Invalid({ non_field_errors: [both] });
  }
  if (posting) return { job_posting_id: posting, email_opportunity_id: null };
  if (opportunity) return { job_posting_id: null, email_opportunity_id: opportunity };
  const kept = {
    job_posting_id: posting === undefined ? stored.job_posting_id : null,
    email_opportunity_id: opportunity === undefined ? stored.email_opportunity_id : null,
  };
  if (kept.job_posting_id === null && kept.email_opportunity_id === null) {
    const none = "Give a job_posting_id or an email_opportunity_id.";
    throw new Invalid({ non_field_errors: [none] });
  }
  return kept;
}

/** Throws an `AppError` where a posting or an opportunity has as many interviews as it may have. */
async function requireRoom(actor: Actor, subject: Subject): Promise<void> {
  const { job_posting_id, email_opportunity_id } = subject;
  const which =
    job_posting_id === null
      ? eq(interview.email_opportunity_id, email_opportunity_id ?? 0)
      : eq(interview.job_posting_id, job_posting_id);
  const count = await getDb().$count(interview, and(which, live(interview, actor.user_id)));
  if (count < maxInterviews) return;
  throw new AppError(`This has ${maxInterviews} interviews already, and no more fit.`);
}

function endOf(starts_at: string, ends_at: string | null): string | null {
  if (isDayValue(starts_at)) return null;
  if (ends_at !== null && ends_at < starts_at) {
    throw new Invalid({ ends_at: ["It ends before it starts."] });
  }
  return ends_at;
}

/** Runs statements that set the owner by `ownerOfSubject`. Throws `Invalid` where the subject was refused. */
async function onSubject(subject: Subject, statements: Statement[]): Promise<unknown[]> {
  try {
    return await atomically(statements);
  } catch (error) {
    if (!isNullViolation(error, "interview.user_id")) throw error;
    throw new Invalid(noSubject(subject));
  }
}

function noSubject({ job_posting_id, email_opportunity_id }: Subject): FieldErrors {
  const [name, id] =
    job_posting_id === null
      ? ["email_opportunity_id", email_opportunity_id]
      : ["job_posting_id", job_posting_id];
  return { [name]: [`Invalid pk "${id}" - object does not exist.`] };
}
