import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { preparedInsert } from "../../db/prepared-query.ts";
import { emailOpportunity } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { contactOfChange, contactOfNew, peopleOfTurned } from "../contacts/documented.ts";
import { now } from "../dates.ts";
import { Invalid } from "../errors.ts";
import { lastId, logChange, logEvent, logFirst } from "../events/commands.ts";
import { followInterviews } from "../events/interview-log.ts";
import { indexInterviewsOf } from "../interviews/with-subject.ts";
import { newPosting } from "../postings/commands.ts";
import { trashRow, updateRow } from "../records/commands.ts";
import { own } from "../records/conditions.ts";
import { findOrCreateSite } from "../sites/commands.ts";
import { standingOf } from "../statuses/queries.ts";
import { opportunityKind } from "./kind.ts";
import { getOpportunity, type OpportunityRow, type OwnedOpportunity } from "./queries.ts";
import type {
  OpportunityChange,
  OpportunityInput,
  OpportunityStatusChange,
  TurnInput,
} from "./schema.ts";

const insertOpportunity = preparedInsert(emailOpportunity);

/** Adds an opportunity with its first event. */
export async function createOpportunity(
  actor: Actor,
  input: OpportunityInput & OpportunityChange,
): Promise<OpportunityRow> {
  const [rows] = await atomically([
    insertOpportunity({ ...input, user_id: actor.user_id }),
    logFirst(actor, "email_opportunity", [{ kind: "created", to: input.opportunity_status }]),
    ...(input.recruiter_name
      ? contactOfNew(actor, "email_opportunity", lastId("email_opportunity"))
      : []),
  ]);
  return (rows as OpportunityRow[])[0] as OpportunityRow;
}

/** Updates the given fields and logs a changed status, as of now. `first` runs before, in the transaction. */
export async function updateOpportunity(
  actor: Actor,
  opportunity: OwnedOpportunity,
  input: OpportunityChange,
  first: readonly Statement[] = [],
): Promise<void> {
  const { id } = opportunity;
  const status = input.opportunity_status;
  await atomically([
    ...first,
    ...(status === undefined
      ? []
      : [logStatus(actor, sql`${own(emailOpportunity, actor, id)}`, status, now())]),
    ...contactOfChange(actor, "email_opportunity", id, input),
    ...(input.job_title === undefined ? [] : [indexInterviewsOf("email_opportunity", id)]),
    updateRow(emailOpportunity, actor, id, input),
  ]);
}

const logStatus = (actor: Actor, which: SQL, to: string, at: string) =>
  logChange(actor, "email_opportunity", which, "opportunity_status", { kind: "status", at, to });

/** Statements that set the status of those of the actor's opportunities that a condition selects. */
export const setStatusOf = (actor: Actor, which: SQL, to: string, moment: string): SQL[] => [
  logStatus(actor, which, to, moment),
  sql`update email_opportunity set opportunity_status = ${to}, updated_at = ${now()} where ${which}`,
];

/** Sets the status by one click; gives what an undo needs. */
export async function changeOpportunityStatus(
  actor: Actor,
  opportunity: OwnedOpportunity,
  status: string,
): Promise<OpportunityStatusChange> {
  const moment = now();
  const which = sql`${own(emailOpportunity, actor, opportunity.id)}`;
  await atomically(setStatusOf(actor, which, status, moment));
  const { opportunity_status } = opportunity;
  return { moment, to: status, before: { opportunity_status } };
}

/** Moves the opportunity to the trash for 30 days. `first` runs before, in the transaction. */
export const deleteOpportunity = (
  actor: Actor,
  opportunity: OwnedOpportunity,
  first: readonly Statement[] = [],
): Promise<void> => trashRow(opportunityKind, actor, opportunity.id, first);

/**
 * Turns the opportunity into a posting with its description, comments and contacts, and links the two; the site is
 * found or created by name, and its interviews become the posting's. Gives the posting's id. Throws `Invalid` where the
 * opportunity was turned already; nothing is written then.
 */
export async function turnOpportunity(
  actor: Actor,
  opportunity: OwnedOpportunity,
  { site_name, ...chosen }: TurnInput,
): Promise<number> {
  const { id, job_title, recruiter_name, recruiter_company } = opportunity;
  const site = findOrCreateSite(actor, site_name);
  const recruiter = [recruiter_name, recruiter_company].filter(Boolean).join(", ");
  const posting = lastId("job_posting");
  const standing = await standingOf(actor, chosen.posting_status);
  const results = await atomically([
    site.insert,
    ...newPosting(
      actor,
      {
        ...chosen,
        job_site_id: unlessTurned(actor, id, site.id),
        employment_type: opportunity.employment_type,
        location_type: opportunity.location_type,
        location_city: opportunity.location_city,
        hiring_company: opportunity.hiring_company,
        job_description: opportunity.job_description ?? "",
        comments: sql`(select comments from email_opportunity where id = ${id})`,
      },
      standing,
    ),
    peopleOfTurned(actor, id, posting),
    logEvent(actor, "job_posting", posting, { kind: "turned", from: recruiter || job_title }),
    logEvent(actor, "email_opportunity", id, {
      kind: "turned",
      to: [chosen.company_name, chosen.posting_title].join(", "),
    }),
    sql`update interview set job_posting_id = ${posting}, email_opportunity_id = null, updated_at = ${now()}
      where email_opportunity_id = ${id} and user_id = ${actor.user_id} and deleted_at is null`,
    ...followInterviews(actor, sql`select id from interview where job_posting_id = ${posting}`),
    getDb()
      .update(emailOpportunity)
      .set({ job_posting_id: sql`${posting}`, updated_at: now() })
      .where(own(emailOpportunity, actor, id))
      .returning({ made: emailOpportunity.job_posting_id }),
  ]).catch(async (error) => {
    const { job_posting_id } = await getOpportunity(actor, id);
    if (job_posting_id === null) throw error;
    throw new Invalid({ non_field_errors: ["This is in your postings already."] });
  });
  return (results.at(-1) as { made: number }[])[0]?.made ?? 0;
}

// Null where the opportunity has a posting or is deleted: then the posting's not-null column rejects the
// whole transaction, so that of two concurrent requests one fails.
const unlessTurned = (actor: Actor, id: number, site: SQL<number>) => sql<number>`(
  select ${site} from email_opportunity where id = ${id} and user_id = ${actor.user_id}
    and deleted_at is null and job_posting_id is null)`;
