import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { offerCountsAs } from "../statuses/conditions.ts";
import { closedOpportunityStatuses } from "../statuses/documented-opportunity.ts";

/** The status of an opportunity that the person never answered. */
const ignored = "6 - Opportunity Ignored";
/** The statuses that say that the recruiter fell silent. */
const silent = [
  "4 - Recruiter Ignored Interest",
  "2.7 - Right to Represent Ignored",
  "2.5 - Interviewed then Ignored",
];
const interviewed = "2.5 - Interviewed then Ignored";

/** What came of the openings that somebody offered. */
export type OfferRecord = {
  offered: number;
  answered: number;
  interviewed: number;
  silent: number;
  open: number;
  /** the stored day of the first; null without one */
  since: string | null;
};

const listed = (values: readonly string[]) =>
  sql`(${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;

// An opportunity led to an interview where it has one itself, or the posting that it was turned into.
const ledToInterview = sql`(o.opportunity_status = ${interviewed}
  or exists (select 1 from interview i where i.email_opportunity_id = o.id
    and i.deleted_at is null and i.outcome <> 'Cancelled')
  or exists (select 1 from job_posting p where p.id = o.job_posting_id
    and p.deleted_at is null and p.interviewed_at is not null))`;

const figures = ({ user_id }: Actor) => sql`count(*) as offered,
  ifnull(sum(o.opportunity_status <> ${ignored}), 0) as answered,
  ifnull(sum(${ledToInterview}), 0) as interviewed,
  ifnull(sum(o.opportunity_status in ${listed(silent)}), 0) as silent,
  ifnull(sum(not ${offerCountsAs(sql`o.opportunity_status`, user_id, closedOpportunityStatuses)}), 0) as open,
  min(o.email_received_at) as since`;

/** A contact's record with the person, and that of all their opportunities. */
export async function offerRecord(
  actor: Actor,
  contactId: number,
): Promise<{ own: OfferRecord; all: OfferRecord }> {
  const mine = sql`o.user_id = ${actor.user_id} and o.deleted_at is null`;
  const [[own], [all]] = await Promise.all([
    getDb().all<OfferRecord>(sql`select ${figures(actor)} from contact_link l
      join email_opportunity o on o.id = l.email_opportunity_id
      where l.contact_id = ${contactId} and ${mine}`),
    getDb().all<OfferRecord>(sql`select ${figures(actor)} from email_opportunity o where ${mine}`),
  ]);
  const none = { offered: 0, answered: 0, interviewed: 0, silent: 0, open: 0, since: null };
  return { own: own ?? none, all: all ?? none };
}
