import "server-only";
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { jobPosting, jobSite } from "../../db/schema/tracker.ts";
import type { Actor, Owned } from "../accounts/auth/actor.ts";
import { neighboursOf } from "../lists/neighbours.ts";
import { type Range, type TableQuery, tablePage, tableQuery } from "../lists/table-page.ts";
import { live } from "../records/conditions.ts";
import { ownedRowReader } from "../records/queries.ts";
import { readNewPay } from "../reports/pay/readings.ts";
import { countsAs } from "../statuses/conditions.ts";
import { documentedActiveStatuses } from "../statuses/documented.ts";
import { withTags } from "../tags/queries.ts";
import { countStanding, postingGroups, type StandingCount } from "./groups.ts";
import { narrowing } from "./narrowing.ts";
import type { PostingFilter } from "./schema.ts";
import { postingSortColumns } from "./sort-columns.ts";
import { type PostingView, postingSorting, postingViews } from "./values.ts";

export type PostingRow = typeof jobPosting.$inferSelect;
export type OwnedPosting = Owned<PostingRow>;

const { posting_status } = jobPosting;

/** Condition: the posting is active as the documented API means it. */
export const isActiveAsDocumented = countsAs(
  posting_status,
  sql.placeholder("user"),
  documentedActiveStatuses,
);

/** Condition: postings of one site; prepared queries take its id from the placeholder `parent`. */
export const isOfSite = eq(jobPosting.job_site_id, sql.placeholder("parent"));

/** The whole posting. Throws `NotFound`, or `Forbidden` where it is another person's. */
export const getPosting = ownedRowReader(jobPosting);

const viewsOf = (actor: Actor): Record<PostingView, SQL | undefined> => ({
  all: undefined,
  ...postingGroups(actor.user_id),
});

const inView = (actor: Actor, { show, status }: PostingFilter) =>
  and(viewsOf(actor)[show], status ? eq(posting_status, status) : undefined);

/** A filter as parts of a query: `narrow` leaves out the view and the status, which the views' counts go without. */
async function queryOf(actor: Actor, filter: PostingFilter) {
  const table = { sorting: postingSorting, columns: postingSortColumns(actor) };
  if (filter.sort === "pay") await readNewPay(actor);
  const query = await tableQuery(actor, "job_posting", filter, table);
  const narrow = and(live(jobPosting, actor.user_id), await narrowing(actor, filter), query.found);
  return { query, narrow, where: and(narrow, inView(actor, filter)) };
}

/** Condition: the actor's postings that the table lists under a filter, on any page. */
export const fittingPostings = async (actor: Actor, filter: PostingFilter) =>
  (await queryOf(actor, filter)).where;

/** Where one of the actor's postings stands in the table under a filter. */
export async function postingNeighbours(actor: Actor, filter: PostingFilter, id: number) {
  const { query, where } = await queryOf(actor, filter);
  return neighboursOf(actor, jobPosting, where, query.order, id);
}

/**
 * One page of the postings table, the count of all rows that fit, and how many each view would show
 * under the same words, site and day.
 */
export async function searchPostings(actor: Actor, filter: PostingFilter) {
  const { query, narrow, where } = await queryOf(actor, filter);
  const [counts, rows] = await Promise.all([
    countStanding(actor, countedBy(filter), narrow),
    tableRows(actor, where, filter, query),
  ]);
  const { show, status } = filter;
  const total = sumOf(counts, (row) => isIn(show, row) && (!status || row.status === status));
  const views = countsOfViews(counts);
  const tagged = await withTags(actor, "job_posting", rows);
  return { ...(await tablePage(query.match, tagged, total)), views };
}

async function tableRows(
  actor: Actor,
  where: SQL | undefined,
  filter: PostingFilter,
  query: TableQuery,
) {
  // A board has cards of its own.
  if (filter.layout === "board") return [];
  return filter.q
    ? foundRows(actor, where, filter, query)
    : rowsOf(actor, where, query.order, query.range);
}

/** How many of the actor's postings each view of ours shows where nothing narrows them. */
export async function countViews(actor: Actor): Promise<Record<PostingView, number>> {
  const index = sql`job_posting indexed by job_posting_status`;
  return countsOfViews(await countStanding(actor, index, live(jobPosting, actor.user_id)));
}

const countsOfViews = (counts: StandingCount[]) =>
  Object.fromEntries(
    postingViews.map((view) => [view, sumOf(counts, (row) => isIn(view, row))]),
  ) as Record<PostingView, number>;

const isIn = (view: PostingView, { group }: StandingCount) => view === "all" || view === group;

const sumOf = (counts: StandingCount[], fits: (row: StandingCount) => boolean) =>
  counts.reduce((sum, row) => sum + (fits(row) ? row.count : 0), 0);

// The index has the statuses in order, so that they are counted without sorting; a site, an import and a tag
// have their own.
const countedBy = ({ site, import: batch, tag }: PostingFilter) =>
  site || batch || tag ? jobPosting : sql`job_posting indexed by job_posting_status`;

function rowsOf(actor: Actor, where: SQL | undefined, order: SQL[], { limit, offset }: Range) {
  return getDb()
    .select({
      id: jobPosting.id,
      company_name: jobPosting.company_name,
      posting_title: jobPosting.posting_title,
      posting_status,
      rejected_after_stage: jobPosting.rejected_after_stage,
      applied_at: jobPosting.applied_at,
      rejected_at: jobPosting.rejected_at,
      location_type: jobPosting.location_type,
      location_city: jobPosting.location_city,
      pay_range: jobPosting.pay_range,
      employment_type: jobPosting.employment_type,
      deadline: jobPosting.deadline,
      is_waiting: sql<number>`${postingGroups(actor.user_id).waiting}`,
      site_id: jobSite.id,
      site_name: jobSite.site_name,
    })
    .from(jobPosting)
    .innerJoin(jobSite, eq(jobSite.id, jobPosting.job_site_id))
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
}

// A covering index filters the matches before any whole row is read.
const sourceOf = ({ q }: PostingFilter) =>
  q ? sql`job_posting indexed by job_posting_applied` : jobPosting;

/** Rows of a search: ids come from the index first, so that only the page's rows are read whole. */
async function foundRows(
  actor: Actor,
  where: SQL | undefined,
  filter: PostingFilter,
  { order, range: { limit, offset } }: TableQuery,
) {
  const found = await getDb()
    .select({ id: sql<number>`${jobPosting.id}` })
    .from(filter.sort === "best" ? sourceOf(filter) : jobPosting)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset);
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await rowsOf(actor, inArray(jobPosting.id, ids), [], { limit, offset: 0 });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The distinct statuses of the actor's postings, in the order of their numbers. */
export async function usedStatuses(actor: Actor): Promise<string[]> {
  const rows = await getDb()
    .selectDistinct({ status: jobPosting.posting_status })
    .from(jobPosting)
    .where(live(jobPosting, actor.user_id))
    .orderBy(asc(jobPosting.posting_status));
  return rows.map(({ status }) => status);
}

export type PostingTableRow = Awaited<ReturnType<typeof searchPostings>>["rows"][number];

/** How many postings the actor has. */
export async function countPostings(actor: Actor): Promise<number> {
  return getDb().$count(jobPosting, live(jobPosting, actor.user_id));
}
