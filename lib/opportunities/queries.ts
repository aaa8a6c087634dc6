import "server-only";
import { and, asc, count, desc, eq, isNull, notInArray } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { emailOpportunity } from "../../db/schema.ts";
import type { Actor } from "../auth/actor.ts";
import { asOwned, type Owned } from "../auth/owned.ts";
import { closedOpportunityStatuses } from "./values.ts";

export type OpportunityRow = typeof emailOpportunity.$inferSelect;
export type OwnedOpportunity = Owned<OpportunityRow>;

const live = (actor: Actor) =>
  and(eq(emailOpportunity.user_id, actor.user_id), isNull(emailOpportunity.deleted_at));

const active = notInArray(emailOpportunity.opportunity_status, [...closedOpportunityStatuses]);

const brief = {
  id: emailOpportunity.id,
  recruiter_name: emailOpportunity.recruiter_name,
  job_title: emailOpportunity.job_title,
  opportunity_status: emailOpportunity.opportunity_status,
  email_received_at: emailOpportunity.email_received_at,
};

/** The whole opportunity. Throws `NotFound`, or `Forbidden` where it is another person's. */
export async function getOpportunity(actor: Actor, id: number): Promise<OwnedOpportunity> {
  const [row] = await getDb().select().from(emailOpportunity).where(eq(emailOpportunity.id, id));
  return asOwned(actor, row);
}

/** Every opportunity whole, by id: the documented list. */
export async function allOpportunities(actor: Actor) {
  return getDb()
    .select()
    .from(emailOpportunity)
    .where(live(actor))
    .orderBy(asc(emailOpportunity.id));
}

/** The opportunities that are still open, in brief, by id: the documented "active". */
export async function activeOpportunities(actor: Actor) {
  return getDb()
    .select(brief)
    .from(emailOpportunity)
    .where(and(live(actor), active))
    .orderBy(asc(emailOpportunity.id));
}

/** One page of opportunities, newest first, with the count of all that fit; 50 rows a page. */
export async function pageOfOpportunities(
  actor: Actor,
  filter: { show: "all" | "active"; page: number },
  size = 50,
) {
  const db = getDb();
  const where = and(live(actor), filter.show === "active" ? active : undefined);
  const [[counted], rows] = await Promise.all([
    db.select({ total: count() }).from(emailOpportunity).where(where),
    db
      .select({
        ...brief,
        recruiter_company: emailOpportunity.recruiter_company,
        employment_type: emailOpportunity.employment_type,
        location_type: emailOpportunity.location_type,
        location_city: emailOpportunity.location_city,
      })
      .from(emailOpportunity)
      .where(where)
      .orderBy(desc(emailOpportunity.email_received_at), desc(emailOpportunity.id))
      .limit(size)
      .offset((filter.page - 1) * size),
  ]);
  return { rows, total: counted?.total ?? 0 };
}

/** How many opportunities the actor has. */
export async function countOpportunities(actor: Actor): Promise<number> {
  const [row] = await getDb().select({ total: count() }).from(emailOpportunity).where(live(actor));
  return row?.total ?? 0;
}
