import "server-only";
import { and, asc, eq, not, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { emailOpportunity, jobPosting } from "../../db/schema/tracker.ts";
import type { Actor, Owned } from "../accounts/auth/actor.ts";
import { neighboursOf } from "../lists/neighbours.ts";
import { tablePage, tableQuery } from "../lists/table-page.ts";
import { live } from "../records/conditions.ts";
import { ownedRowReader } from "../records/queries.ts";
import { offerCountsAs, type SqlUser } from "../statuses/conditions.ts";
import { closedOpportunityStatuses } from "../statuses/documented-opportunity.ts";
import { withTags } from "../tags/queries.ts";
import { isWaiting, lastMoved, narrowing, opportunitySortColumns } from "./narrowing.ts";
import type { OpportunityFilter } from "./schema.ts";
import { opportunitySorting } from "./values.ts";

export type OpportunityRow = typeof emailOpportunity.$inferSelect;
export type OwnedOpportunity = Owned<OpportunityRow>;

/** Condition: the opportunity is active, on the pages, the dashboard and in the API. */
export const isActiveOpportunity = (user: SqlUser) =>
  not(offerCountsAs(emailOpportunity.opportunity_status, user, closedOpportunityStatuses));

/** The whole opportunity. Throws `NotFound`, or `Forbidden` where it is another person's. */
export const getOpportunity = ownedRowReader(emailOpportunity);

/** A filter as parts of a query. */
async function queryOf(actor: Actor, filter: OpportunityFilter) {
  const table = { sorting: opportunitySorting, columns: opportunitySortColumns(actor) };
  const query = await tableQuery(actor, "email_opportunity", filter, table);
  const where = and(
    live(emailOpportunity, actor.user_id),
    filter.show === "active" ? isActiveOpportunity(actor.user_id) : undefined,
    narrowing(actor, filter),
    query.found,
  );
  return { query, where };
}

/** Condition: the actor's opportunities that the table lists under a filter, on any page. */
export const fittingOpportunities = async (actor: Actor, filter: OpportunityFilter) =>
  (await queryOf(actor, filter)).where;

/** Where one of the actor's opportunities stands in the table under a filter. */
export async function opportunityNeighbours(actor: Actor, filter: OpportunityFilter, id: number) {
  const { query, where } = await queryOf(actor, filter);
  return neighboursOf(actor, emailOpportunity, where, query.order, id);
}

/** One page of the opportunities table with the filter's count. */
export async function searchOpportunities(actor: Actor, filter: OpportunityFilter) {
  const db = getDb();
  const { query, where } = await queryOf(actor, filter);
  const [total, rows] = await Promise.all([
    db.$count(emailOpportunity, where),
    // A board has cards of its own.
    filter.layout === "board"
      ? []
      : db
          .select({
            id: emailOpportunity.id,
            recruiter_name: emailOpportunity.recruiter_name,
            job_title: emailOpportunity.job_title,
            opportunity_status: emailOpportunity.opportunity_status,
            email_received_at: emailOpportunity.email_received_at,
            recruiter_company: emailOpportunity.recruiter_company,
            location_type: emailOpportunity.location_type,
            location_city: emailOpportunity.location_city,
            employment_type: emailOpportunity.employment_type,
            deadline: emailOpportunity.deadline,
            job_posting_id: emailOpportunity.job_posting_id,
            last_moved_at: lastMoved,
            is_waiting: sql<number>`${isWaiting(actor)}`,
          })
          .from(emailOpportunity)
          .where(where)
          .orderBy(...query.order)
          .limit(query.range.limit)
          .offset(query.range.offset),
  ]);
  return tablePage(query.match, await withTags(actor, "email_opportunity", rows), total);
}

/** The distinct statuses of the actor's opportunities, in the order of their numbers. */
export async function usedOpportunityStatuses(actor: Actor): Promise<string[]> {
  const rows = await getDb()
    .selectDistinct({ status: emailOpportunity.opportunity_status })
    .from(emailOpportunity)
    .where(live(emailOpportunity, actor.user_id))
    .orderBy(asc(emailOpportunity.opportunity_status));
  return rows.map(({ status }) => status);
}

export type OpportunityTableRow = Awaited<ReturnType<typeof searchOpportunities>>["rows"][number];

/** The posting that an opportunity was turned into, also from the trash; undefined without one. */
export async function turnedPosting(actor: Actor, opportunity: OwnedOpportunity) {
  if (opportunity.job_posting_id === null) return undefined;
  const [row] = await getDb()
    .select({
      id: jobPosting.id,
      company_name: jobPosting.company_name,
      posting_title: jobPosting.posting_title,
      posting_status: jobPosting.posting_status,
      applied_at: jobPosting.applied_at,
      deleted_at: jobPosting.deleted_at,
    })
    .from(jobPosting)
    .where(
      and(eq(jobPosting.id, opportunity.job_posting_id), eq(jobPosting.user_id, actor.user_id)),
    );
  return row;
}

/** The opportunity that a posting came from; undefined without one. */
export async function opportunityOfPosting(actor: Actor, postingId: number) {
  const [row] = await getDb()
    .select({
      id: emailOpportunity.id,
      job_title: emailOpportunity.job_title,
      recruiter_name: emailOpportunity.recruiter_name,
    })
    .from(emailOpportunity)
    .where(
      and(live(emailOpportunity, actor.user_id), eq(emailOpportunity.job_posting_id, postingId)),
    );
  return row;
}

/** How many opportunities the actor has. */
export async function countOpportunities(actor: Actor): Promise<number> {
  return getDb().$count(emailOpportunity, live(emailOpportunity, actor.user_id));
}

/** How many of the actor's opportunities are active. */
export async function countActiveOpportunities(actor: Actor): Promise<number> {
  return getDb().$count(
    emailOpportunity,
    and(live(emailOpportunity, actor.user_id), isActiveOpportunity(actor.user_id)),
  );
}
