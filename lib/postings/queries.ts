import "server-only";
import {
  and,
  asc,
  count,
  desc,
  eq,
  gte,
  inArray,
  isNull,
  notInArray,
  type SQL,
  sql,
} from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { prepared } from "../../db/prepared-query.ts";
import { jobPosting, jobSite } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { asOwned, type Owned } from "../accounts/auth/owned.ts";
import { dayStart } from "../dates.ts";
import { isFound, isNamed, type Sought, seek } from "../search/matching.ts";
import { excerptsOf } from "../search/queries.ts";
import type { PostingFilter } from "./schema.ts";
import { engagedStatuses, type PostingView, quietStatus, savedStatus } from "./values.ts";

export type PostingRow = typeof jobPosting.$inferSelect;
export type OwnedPosting = Owned<PostingRow>;

const live = (actor: Actor) =>
  and(eq(jobPosting.user_id, actor.user_id), isNull(jobPosting.deleted_at));

const brief = {
  id: jobPosting.id,
  company_name: jobPosting.company_name,
  posting_title: jobPosting.posting_title,
  posting_status: jobPosting.posting_status,
  rejected_after_stage: jobPosting.rejected_after_stage,
  applied_at: jobPosting.applied_at,
  rejected_at: jobPosting.rejected_at,
};

const findPosting = prepared((db) =>
  db
    .select()
    .from(jobPosting)
    .where(eq(jobPosting.id, sql.placeholder("id")))
    .prepare(),
);

/** The whole posting. Throws `NotFound`, or `Forbidden` where it is another person's. */
export async function getPosting(actor: Actor, id: number): Promise<OwnedPosting> {
  return asOwned(actor, await findPosting().get({ id }));
}

/** Every posting in brief, by id: the documented list. */
export async function allPostings(actor: Actor) {
  return getDb().select(brief).from(jobPosting).where(live(actor)).orderBy(asc(jobPosting.id));
}

/** The postings in one of `statuses`, in brief, by id: the documented "active" with the documented two. */
export async function activePostings(actor: Actor, statuses: readonly string[]) {
  return getDb()
    .select(brief)
    .from(jobPosting)
    .where(and(live(actor), inArray(jobPosting.posting_status, [...statuses])))
    .orderBy(asc(jobPosting.id));
}

/** The postings of one site, by id: the documented short form. */
export async function sitePostings(actor: Actor, siteId: number) {
  return getDb()
    .select({
      id: jobPosting.id,
      company_name: jobPosting.company_name,
      posting_title: jobPosting.posting_title,
      posting_status: jobPosting.posting_status,
      applied_at: jobPosting.applied_at,
    })
    .from(jobPosting)
    .where(and(eq(jobPosting.job_site_id, siteId), live(actor)))
    .orderBy(asc(jobPosting.id));
}

const shown: Record<PostingView, SQL | undefined> = {
  all: undefined,
  active: inArray(jobPosting.posting_status, [...engagedStatuses]),
  saved: eq(jobPosting.posting_status, savedStatus),
  waiting: eq(jobPosting.posting_status, quietStatus),
  closed: notInArray(jobPosting.posting_status, [...engagedStatuses, savedStatus, quietStatus]),
};

const sortColumns: Record<Exclude<PostingFilter["sort"], "best">, SQL> = {
  applied_at: sql`${jobPosting.applied_at}`,
  company_name: sql`${jobPosting.company_name} collate nocase`,
  posting_title: sql`${jobPosting.posting_title} collate nocase`,
  posting_status: sql`${jobPosting.posting_status}`,
};

const asked = (filter: PostingFilter) =>
  and(shown[filter.show], filter.status ? eq(jobPosting.posting_status, filter.status) : undefined);

function narrowed(actor: Actor, filter: PostingFilter, sought: Sought | null) {
  return and(
    live(actor),
    filter.site ? eq(jobPosting.job_site_id, filter.site) : undefined,
    filter.since ? gte(jobPosting.applied_at, dayStart(filter.since, actor.time_zone)) : undefined,
    filter.q ? isFound(sought, sql`${jobPosting.id}`) : undefined,
  );
}

/**
 * One page of the postings table, the count of all rows that fit, and how many each view would show
 * under the same words, site and day; 50 rows a page.
 */
export async function searchPostings(actor: Actor, filter: PostingFilter, size = 50) {
  const sought = filter.q ? await seek(actor, "job_posting", filter.q) : null;
  const narrow = narrowed(actor, filter, sought);
  const range = { limit: size, offset: (filter.page - 1) * size };
  const [[counted], rows] = await Promise.all([
    getDb().select(counts(filter)).from(read(filter)).where(narrow),
    filter.q
      ? pageOfFound(and(narrow, asked(filter)), filter, sought, range)
      : rowsOf(and(narrow, asked(filter)), orderOf(filter, null), range),
  ]);
  const excerpts = await excerptsOf(
    sought,
    rows.map(({ id }) => id),
  );
  const { total = 0, ...views } = counted ?? { all: 0, active: 0, saved: 0, waiting: 0, closed: 0 };
  return {
    rows: rows.map((row) => ({ ...row, excerpt: excerpts.get(row.id) })),
    total,
    views,
    words: sought?.words ?? [],
  };
}

type Range = { limit: number; offset: number };

function rowsOf(where: SQL | undefined, order: SQL[], { limit, offset }: Range) {
  return getDb()
    .select({
      ...brief,
      location_type: jobPosting.location_type,
      location_city: jobPosting.location_city,
      pay_range: jobPosting.pay_range,
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

// What is found is told from the rest by a narrow index, before any whole row is read.
const read = ({ q }: PostingFilter) =>
  q ? sql`job_posting indexed by job_posting_applied` : jobPosting;

/** The page's rows alone are read whole: their ids come from the index first. */
async function pageOfFound(
  where: SQL | undefined,
  filter: PostingFilter,
  sought: Sought | null,
  { limit, offset }: Range,
) {
  const from = filter.sort === "best" ? read(filter) : jobPosting;
  const found = await getDb()
    .select({ id: sql<number>`${jobPosting.id}` })
    .from(from)
    .where(where)
    .orderBy(...orderOf(filter, sought))
    .limit(limit)
    .offset(offset);
  const ids = found.map(({ id }) => id);
  if (ids.length === 0) return [];
  const rows = await rowsOf(inArray(jobPosting.id, ids), [], { limit, offset: 0 });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function orderOf(filter: PostingFilter, sought: Sought | null): SQL[] {
  const first =
    sought && filter.sort === "best" ? [desc(isNamed(sought, sql`${jobPosting.id}`))] : [];
  const sort = filter.sort === "best" ? "applied_at" : filter.sort;
  const order = sortDirection({ ...filter, sort }) === "desc" ? desc : asc;
  return [...first, order(sortColumns[sort]), order(jobPosting.id)];
}

const countIf = (when: SQL | undefined) =>
  sql<number>`count(*) filter (where ${when ?? sql`true`})`;

const counts = (filter: PostingFilter) => ({
  total: countIf(asked(filter)),
  all: countIf(shown.all),
  active: countIf(shown.active),
  saved: countIf(shown.saved),
  waiting: countIf(shown.waiting),
  closed: countIf(shown.closed),
});

/** The statuses that the actor's postings have, in the order of their numbers: for the filter. */
export async function usedStatuses(actor: Actor): Promise<string[]> {
  const rows = await getDb()
    .selectDistinct({ status: jobPosting.posting_status })
    .from(jobPosting)
    .where(live(actor))
    .orderBy(asc(jobPosting.posting_status));
  return rows.map(({ status }) => status);
}

export type PostingTableRow = Awaited<ReturnType<typeof searchPostings>>["rows"][number];

/** The direction that a sort has when the address names none: dates newest first, words from A. */
export function sortDirection(filter: Pick<PostingFilter, "sort" | "dir">): "asc" | "desc" {
  return filter.dir ?? (filter.sort === "applied_at" ? "desc" : "asc");
}

/** How many postings the actor has. */
export async function countPostings(actor: Actor): Promise<number> {
  const [row] = await getDb().select({ total: count() }).from(jobPosting).where(live(actor));
  return row?.total ?? 0;
}
