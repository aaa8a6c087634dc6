import "server-only";
import { and, asc, count, desc, eq, isNull, notInArray, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { prepared } from "../../db/prepared-query.ts";
import { emailOpportunity, jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { asOwned, type Owned } from "../accounts/auth/owned.ts";
import { isFound, isNamed, type Sought, seek } from "../search/matching.ts";
import { excerptsOf } from "../search/queries.ts";
import type { OpportunityFilter } from "./schema.ts";
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

const findOpportunity = prepared((db) =>
  db
    .select()
    .from(emailOpportunity)
    .where(eq(emailOpportunity.id, sql.placeholder("id")))
    .prepare(),
);

/** The whole opportunity. Throws `NotFound`, or `Forbidden` where it is another person's. */
export async function getOpportunity(actor: Actor, id: number): Promise<OwnedOpportunity> {
  return asOwned(actor, await findOpportunity().get({ id }));
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

const sortColumns: Record<Exclude<OpportunityFilter["sort"], "best">, SQL> = {
  email_received_at: sql`${emailOpportunity.email_received_at}`,
  job_title: sql`${emailOpportunity.job_title} collate nocase`,
  recruiter_name: sql`${emailOpportunity.recruiter_name} collate nocase`,
  opportunity_status: sql`${emailOpportunity.opportunity_status}`,
};

function filtered(actor: Actor, filter: OpportunityFilter, sought: Sought | null) {
  return and(
    live(actor),
    filter.show === "active" ? active : undefined,
    filter.q ? isFound(sought, sql`${emailOpportunity.id}`) : undefined,
  );
}

/** One page of the opportunities table with the filter's count; 50 rows a page. */
export async function searchOpportunities(actor: Actor, filter: OpportunityFilter, size = 50) {
  const db = getDb();
  const sought = filter.q ? await seek(actor, "email_opportunity", filter.q) : null;
  const where = filtered(actor, filter, sought);
  const [[counted], rows] = await Promise.all([
    db.select({ total: count() }).from(emailOpportunity).where(where),
    db
      .select({
        ...brief,
        recruiter_company: emailOpportunity.recruiter_company,
        location_type: emailOpportunity.location_type,
        location_city: emailOpportunity.location_city,
        job_posting_id: emailOpportunity.job_posting_id,
      })
      .from(emailOpportunity)
      .where(where)
      .orderBy(...orderOf(filter, sought))
      .limit(size)
      .offset((filter.page - 1) * size),
  ]);
  const excerpts = await excerptsOf(
    sought,
    rows.map(({ id }) => id),
  );
  return {
    rows: rows.map((row) => ({ ...row, excerpt: excerpts.get(row.id) })),
    total: counted?.total ?? 0,
    words: sought?.words ?? [],
  };
}

function orderOf(filter: OpportunityFilter, sought: Sought | null): SQL[] {
  const first =
    sought && filter.sort === "best" ? [desc(isNamed(sought, sql`${emailOpportunity.id}`))] : [];
  const sort = filter.sort === "best" ? "email_received_at" : filter.sort;
  const order = opportunitySortDirection({ ...filter, sort }) === "desc" ? desc : asc;
  return [...first, order(sortColumns[sort]), order(emailOpportunity.id)];
}

export type OpportunityTableRow = Awaited<ReturnType<typeof searchOpportunities>>["rows"][number];

/** The direction that a sort has when the address names none: dates newest first, words from A. */
export function opportunitySortDirection({ sort, dir }: Pick<OpportunityFilter, "sort" | "dir">) {
  return dir ?? (sort === "email_received_at" ? "desc" : "asc");
}

/** The posting that an opportunity was turned into, in the trash or not; undefined where there is none. */
export async function turnedPosting(actor: Actor, opportunity: OwnedOpportunity) {
  if (opportunity.job_posting_id === null) return undefined;
  const [row] = await getDb()
    .select({
      id: jobPosting.id,
      company_name: jobPosting.company_name,
      posting_title: jobPosting.posting_title,
      posting_status: jobPosting.posting_status,
      deleted_at: jobPosting.deleted_at,
    })
    .from(jobPosting)
    .where(
      and(eq(jobPosting.id, opportunity.job_posting_id), eq(jobPosting.user_id, actor.user_id)),
    );
  return row;
}

/** The opportunity that a posting came from, for the way back; undefined where there is none. */
export async function opportunityOfPosting(actor: Actor, postingId: number) {
  const [row] = await getDb()
    .select({
      id: emailOpportunity.id,
      job_title: emailOpportunity.job_title,
      recruiter_name: emailOpportunity.recruiter_name,
    })
    .from(emailOpportunity)
    .where(and(live(actor), eq(emailOpportunity.job_posting_id, postingId)));
  return row;
}

/** How many opportunities the actor has. */
export async function countOpportunities(actor: Actor): Promise<number> {
  const [row] = await getDb().select({ total: count() }).from(emailOpportunity).where(live(actor));
  return row?.total ?? 0;
}

/** How many of the actor's opportunities are still open. */
export async function countOpenOpportunities(actor: Actor): Promise<number> {
  return getDb().$count(emailOpportunity, and(live(actor), active));
}
