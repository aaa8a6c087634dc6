import "server-only";
import { and, eq, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { emailOpportunity } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, today } from "../dates.ts";
import { nextStepSql } from "../follow-ups/next-step-sql.ts";
import { beforeDay, sinceDay } from "../records/days.ts";
import { offerCountsAs } from "../statuses/conditions.ts";
import { opportunityStatuses, opportunityStatusWords } from "../statuses/documented-opportunity.ts";
import { firstTagName, taggedAs } from "../tags/filter.ts";
import type { OpportunityFilter } from "./schema.ts";
import type { OpportunitySort } from "./values.ts";

const { opportunity_status, email_received_at, location_type, location_city, employment_type } =
  emailOpportunity;

/** SQL for when its mail came, or its status last changed. */
export const lastMoved = sql<string>`max(email_opportunity.email_received_at, ifnull((
  select max(e.occurred_at) from event e
  where e.email_opportunity_id = email_opportunity.id and e.kind = 'status'), ''))`;

const waitingStatuses = opportunityStatuses.filter(
  (status) => opportunityStatusWords(status).kind === "waiting",
);

/** Condition: something is to happen, and it is no posting yet. */
export const isWaiting = ({ user_id }: Actor) =>
  and(
    offerCountsAs(opportunity_status, user_id, waitingStatuses),
    isNull(emailOpportunity.job_posting_id),
  );

// What was typed by hand differs in its case.
const isWord = (column: SQLWrapper, word: string) =>
  word ? sql`${column} = ${word} collate nocase` : undefined;

/** Condition: the opportunities that a filter lets through, but for its words and its view. */
export function narrowing(actor: Actor, filter: OpportunityFilter): SQL | undefined {
  const { time_zone } = actor;
  const { status, since, place, employment, waiting } = filter;
  const moved = waiting && addDays(today(time_zone), -waiting);
  return and(
    status ? eq(opportunity_status, status) : undefined,
    since ? sinceDay(email_received_at, since, time_zone) : undefined,
    isWord(location_type, place),
    isWord(employment_type, employment),
    taggedAs("email_opportunity", filter),
    moved ? and(isWaiting(actor), beforeDay(lastMoved, moved, time_zone)) : undefined,
  );
}

/** What the opportunities table is sorted by. */
export const opportunitySortColumns = (actor: Actor): Record<OpportunitySort, SQL> => ({
  email_received_at: sql`${email_received_at}`,
  job_title: sql`${emailOpportunity.job_title} collate nocase`,
  recruiter_name: sql`${emailOpportunity.recruiter_name} collate nocase`,
  opportunity_status: sql`${opportunity_status}`,
  place: sql`coalesce(nullif(${location_type}, ''), nullif(${location_city}, '')) collate nocase`,
  // Seconds before 1970, so that the longest wait is the greatest.
  waiting: sql`case when ${isWaiting(actor)} then -unixepoch(substr(${lastMoved}, 1, 19)) end`,
  next_step: nextStepSql("email_opportunity", actor),
  tags: firstTagName("email_opportunity"),
  deadline: sql`${emailOpportunity.deadline}`,
  employment: sql`nullif(${employment_type}, '') collate nocase`,
});
