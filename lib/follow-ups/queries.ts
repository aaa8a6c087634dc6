import "server-only";
import { and, asc, eq, getTableColumns, lte, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { followUp } from "../../db/schema/people.ts";
import type { Actor, Owned } from "../accounts/auth/actor.ts";
import { tablePage, tableQuery } from "../lists/table-page.ts";
import { live } from "../records/conditions.ts";
import { ownedRowReader } from "../records/queries.ts";
import { type FollowUpFilter, followUpSorting } from "./schema.ts";
import { type Subject, type SubjectField, subjectFields } from "./values.ts";

export type FollowUpRow = typeof followUp.$inferSelect;
export type OwnedFollowUp = Owned<FollowUpRow>;

/** The whole follow-up. Throws `NotFound`, or `Forbidden` where it is another person's. */
export const getFollowUp = ownedRowReader(followUp);

const tables: Record<SubjectField, SQL> = {
  job_posting_id: sql`job_posting`,
  email_opportunity_id: sql`email_opportunity`,
  contact_id: sql`contact`,
  job_site_id: sql`job_site`,
};

const names: Record<SubjectField, SQL> = {
  job_posting_id: sql`iif(s.company_name <> '', s.company_name, s.posting_title)`,
  email_opportunity_id: sql`iif(s.job_title <> '', s.job_title, s.recruiter_name)`,
  contact_id: sql`s.name`,
  job_site_id: sql`s.site_name`,
};

// Written out, as the partial index of the open ones has it.
const isOpen = sql`follow_up.state = 'open'`;
const isClosed = sql`follow_up.state <> 'open'`;

const column = (field: SubjectField) => sql.raw(`follow_up.${field}`);

/** Condition: what it is about is not in the trash. One in the trash hides its follow-ups until it is back. */
const isSubjectLive: SQL = sql.join(
  subjectFields.map(
    (field) => sql`(${column(field)} is null or exists (select 1 from ${tables[field]} s
      where s.id = ${column(field)} and s.deleted_at is null))`,
  ),
  sql` and `,
);

/** SQL for the name of what it is about; "" where that is nothing. */
const subjectName = sql<string>`coalesce(${sql.join(
  subjectFields.map(
    (field) => sql`(select ${names[field]} from ${tables[field]} s where s.id = ${column(field)})`,
  ),
  sql`, `,
)}, '')`;

/** SQL for when its person last looked at the site that it is about; null of anything else. */
const lastLook = sql<string | null>`(select s.last_visited_at from job_site s
  where s.id = follow_up.job_site_id)`;

/** Condition: open, and due on a day or before. */
const isDueBy = (day: string) =>
  and(isOpen, lte(followUp.due_on, day), sql`coalesce(${followUp.snoozed_until}, '') <= ${day}`);

/** SQL for the day since which it is due: a snooze puts it off. */
const dueDaySql = sql<string>`max(follow_up.due_on, coalesce(follow_up.snoozed_until, ''))`;

/** Whether what a follow-up is to be about is the actor's and not in the trash. */
export async function ownsSubject(actor: Actor, { field, id }: Subject): Promise<boolean> {
  const rows = await getDb().all(sql`select 1 from ${tables[field]}
    where id = ${id} and user_id = ${actor.user_id} and deleted_at is null`);
  return rows.length > 0;
}

const maxOpen = 50;

/** The open follow-ups about one thing, the first due first. */
export async function openFollowUps(actor: Actor, { field, id }: Subject): Promise<FollowUpRow[]> {
  return getDb()
    .select()
    .from(followUp)
    .where(and(eq(followUp[field], id), live(followUp, actor.user_id), isOpen))
    .orderBy(dueDaySql, asc(followUp.id))
    .limit(maxOpen);
}

/** The follow-ups that are due on a day or were before it, the first due first. */
export async function dueFollowUps(actor: Actor, day: string, limit = maxOpen) {
  return getDb()
    .select({ ...getTableColumns(followUp), subject_name: subjectName, last_look: lastLook })
    .from(followUp)
    .where(and(live(followUp, actor.user_id), isDueBy(day), isSubjectLive))
    .orderBy(asc(followUp.due_on), asc(followUp.id))
    .limit(limit);
}

/**
 * The open follow-ups that are due from one day to another, both included. Those of the days before are looked through
 * too: what is snoozed is due later than its day.
 */
export async function followUpsBetween(actor: Actor, first: string, last: string, limit: number) {
  return getDb()
    .select({
      id: followUp.id,
      what: followUp.what,
      due_on: dueDaySql,
      due_at: sql<string | null>`iif(${dueDaySql} = ${followUp.due_on}, ${followUp.due_at}, null)`,
      subject_name: subjectName,
    })
    .from(followUp)
    .where(
      and(
        live(followUp, actor.user_id),
        isOpen,
        lte(followUp.due_on, last),
        sql`${dueDaySql} >= ${first} and ${dueDaySql} <= ${last}`,
        isSubjectLive,
      ),
    )
    .orderBy(dueDaySql, asc(followUp.id))
    .limit(limit);
}

/** The open follow-up that makes a person look at a site again, or undefined. */
export async function siteCadence(actor: Actor, siteId: number): Promise<FollowUpRow | undefined> {
  const open = await openFollowUps(actor, { field: "job_site_id", id: siteId });
  return open.find(({ repeat_days }) => repeat_days !== null);
}

const sortColumns: Record<Exclude<FollowUpFilter["sort"], "best">, SQL> = {
  due_on: sql`${followUp.due_on}`,
  what: sql`${followUp.what} collate nocase`,
};

/** One page of the follow-ups table, and the filter's count. */
export async function searchFollowUps(actor: Actor, filter: FollowUpFilter) {
  const db = getDb();
  const table = { sorting: followUpSorting, columns: sortColumns };
  const { match, found, order, range } = await tableQuery(actor, "follow_up", filter, table);
  const where = and(
    live(followUp, actor.user_id),
    ...(filter.show === "open" ? [isOpen, isSubjectLive] : []),
    found,
  );
  const [total, rows] = await Promise.all([
    db.$count(followUp, where),
    db
      .select({
        id: followUp.id,
        what: followUp.what,
        due_on: followUp.due_on,
        due_at: followUp.due_at,
        state: followUp.state,
        snoozed_until: followUp.snoozed_until,
        repeat_days: followUp.repeat_days,
        job_posting_id: followUp.job_posting_id,
        email_opportunity_id: followUp.email_opportunity_id,
        contact_id: followUp.contact_id,
        job_site_id: followUp.job_site_id,
        subject_name: subjectName,
      })
      .from(followUp)
      .where(where)
      .orderBy(...(filter.show === "open" ? [] : [isClosed]), ...order)
      .limit(range.limit)
      .offset(range.offset),
  ]);
  return tablePage(match, rows, total);
}

export type FollowUpTableRow = Awaited<ReturnType<typeof searchFollowUps>>["rows"][number];

/** How many follow-ups there are, and how many of them are open and not about what is in the trash. */
export async function countFollowUps(actor: Actor): Promise<{ all: number; open: number }> {
  const mine = live(followUp, actor.user_id);
  const [all, open] = await Promise.all([
    getDb().$count(followUp, mine),
    getDb().$count(followUp, and(mine, isOpen, isSubjectLive)),
  ]);
  return { all, open };
}

/** The name of what a follow-up is about, or "". */
export async function nameOfSubject(actor: Actor, id: number): Promise<string> {
  const [row] = await getDb()
    .select({ name: subjectName })
    .from(followUp)
    .where(and(eq(followUp.id, id), live(followUp, actor.user_id)));
  return row?.name ?? "";
}
