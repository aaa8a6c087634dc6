import "server-only";
import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { atomically, getDb } from "../../db/client.ts";
import { emailOpportunity, jobSite } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { now } from "../dates.ts";
import { Invalid } from "../errors.ts";
import { lastId, logChange, logEvent } from "../events/commands.ts";
import { newPosting } from "../postings/commands.ts";
import { ownsSite } from "../sites/queries.ts";
import { getOpportunity, type OpportunityRow, type OwnedOpportunity } from "./queries.ts";
import type { OpportunityInput, TurnInput } from "./schema.ts";
import { recruitersSite } from "./values.ts";

const own = (actor: Actor, id: number) =>
  and(
    eq(emailOpportunity.id, id),
    eq(emailOpportunity.user_id, actor.user_id),
    isNull(emailOpportunity.deleted_at),
  );

/** Adds an opportunity with its first event. */
export async function createOpportunity(
  actor: Actor,
  input: OpportunityInput,
): Promise<OpportunityRow> {
  const [rows] = await atomically([
    getDb()
      .insert(emailOpportunity)
      .values({ ...input, user_id: actor.user_id })
      .returning(),
    logEvent(actor, "email_opportunity", lastId("email_opportunity"), {
      kind: "created",
      to: input.opportunity_status,
    }),
  ]);
  return (rows as OpportunityRow[])[0] as OpportunityRow;
}

/** Writes the given fields and leaves the others; logs a changed status. */
export async function updateOpportunity(
  actor: Actor,
  opportunity: OwnedOpportunity,
  input: Partial<OpportunityInput>,
): Promise<void> {
  const { id } = opportunity;
  const status = input.opportunity_status;
  await atomically([
    ...(status === undefined
      ? []
      : [
          logChange(actor, "email_opportunity", id, "opportunity_status", {
            kind: "status",
            to: status,
          }),
        ]),
    getDb()
      .update(emailOpportunity)
      .set({ ...input, updated_at: now() })
      .where(own(actor, id)),
  ]);
}

/** Moves the opportunity to the trash, whence its owner can restore it for 30 days. */
export async function deleteOpportunity(
  actor: Actor,
  opportunity: OwnedOpportunity,
): Promise<void> {
  await atomically([
    logEvent(actor, "email_opportunity", opportunity.id, { kind: "deleted" }),
    getDb().update(emailOpportunity).set({ deleted_at: now() }).where(own(actor, opportunity.id)),
  ]);
}

/**
 * Makes a posting of the opportunity, with its description and comments, and ties the two; without a site
 * it makes one for recruiters. Gives the posting's id. Throws `Invalid` where the site is not the actor's
 * or the opportunity was turned already, and then writes nothing.
 */
export async function turnOpportunity(
  actor: Actor,
  opportunity: OwnedOpportunity,
  input: TurnInput,
): Promise<number> {
  const { id, recruiter_name, recruiter_company } = opportunity;
  const { job_site_id, ...chosen } = input;
  const newSite = { user_id: actor.user_id, site_name: recruitersSite };
  const posting = newPosting(actor, {
    ...chosen,
    job_site_id: siteIfUnturned(actor, id, job_site_id ?? lastId("job_site")),
    employment_type: opportunity.employment_type,
    location_type: opportunity.location_type,
    location_city: opportunity.location_city,
    job_description: opportunity.job_description ?? "",
    comments: sql`(select comments from email_opportunity where id = ${id})`,
  });
  const turned = [
    logEvent(actor, "job_posting", lastId("job_posting"), {
      kind: "turned",
      from: [recruiter_name, recruiter_company].filter(Boolean).join(", "),
    }),
    logEvent(actor, "email_opportunity", id, {
      kind: "turned",
      to: [chosen.company_name, chosen.posting_title].join(", "),
    }),
    getDb()
      .update(emailOpportunity)
      .set({ job_posting_id: sql`${lastId("job_posting")}`, updated_at: now() })
      .where(own(actor, id))
      .returning({ job_posting_id: emailOpportunity.job_posting_id }),
  ];
  const site = job_site_id === undefined ? [getDb().insert(jobSite).values(newSite)] : [];
  const done = await atomically([...site, ...posting, ...turned]).catch(async (error) => {
    throw (await whyNotTurned(actor, id, job_site_id)) ?? error;
  });
  return (done.at(-1) as { job_posting_id: number }[])[0]?.job_posting_id ?? 0;
}

// Null where the site is not the actor's or the opportunity has a posting: then the posting's not-null
// column refuses the transaction as a whole, whoever else is turning it at this moment.
const siteIfUnturned = (actor: Actor, id: number, site: number | SQL) => sql<number>`(
  select s.id from job_site s, email_opportunity o
  where s.id = ${site} and s.user_id = ${actor.user_id} and s.deleted_at is null
    and o.id = ${id} and o.user_id = ${actor.user_id} and o.deleted_at is null
    and o.job_posting_id is null)`;

async function whyNotTurned(actor: Actor, id: number, site: number | undefined) {
  const opportunity = await getOpportunity(actor, id);
  if (opportunity.job_posting_id !== null) {
    return new Invalid({
      non_field_errors: ["This opportunity was turned into a posting already."],
    });
  }
  if (site !== undefined && !(await ownsSite(actor, site))) {
    return new Invalid({ job_site_id: ["Choose one of your sites."] });
  }
  return undefined;
}
