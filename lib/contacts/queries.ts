import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { contact } from "../../db/schema/people.ts";
import type { Actor, Owned } from "../accounts/auth/actor.ts";
import { tablePage, tableQuery } from "../lists/table-page.ts";
import { live } from "../records/conditions.ts";
import { ownedRowReader } from "../records/queries.ts";
import { taggedAs } from "../tags/filter.ts";
import { withTags } from "../tags/queries.ts";
import type { ContactFilter } from "./schema.ts";
import { contactSorting } from "./values.ts";

export type ContactRow = typeof contact.$inferSelect;
export type OwnedContact = Owned<ContactRow>;

/** The whole contact. Throws `NotFound`, or `Forbidden` where it is another person's. */
export const getContact = ownedRowReader(contact);

// Raw names: in a select from a single table Drizzle strips the table from column names.
const openings = sql<number>`(select count(p.id) + count(o.id) from contact_link l
  left join job_posting p on p.id = l.job_posting_id and p.deleted_at is null
  left join email_opportunity o on o.id = l.email_opportunity_id and o.deleted_at is null
  where l.contact_id = contact.id)`;

const sortColumns: Record<Exclude<ContactFilter["sort"], "best">, SQL> = {
  name: sql`${contact.name} collate nocase`,
  company: sql`${contact.company} collate nocase`,
  last_contacted_at: sql`${contact.last_contacted_at}`,
  opening_count: openings,
};

/** One page of the contacts table, each with the number of its postings and opportunities, and the filter's count. */
export async function searchContacts(actor: Actor, filter: ContactFilter) {
  const db = getDb();
  const table = { sorting: contactSorting, columns: sortColumns };
  const { match, found, order, range } = await tableQuery(actor, "contact", filter, table);
  const where = and(live(contact, actor.user_id), taggedAs("contact", filter), found);
  const [total, rows] = await Promise.all([
    db.$count(contact, where),
    db
      .select({
        id: contact.id,
        name: contact.name,
        company: contact.company,
        kind: contact.kind,
        last_contacted_at: contact.last_contacted_at,
        opening_count: openings,
      })
      .from(contact)
      .where(where)
      .orderBy(...order)
      .limit(range.limit)
      .offset(range.offset),
  ]);
  return tablePage(match, await withTags(actor, "contact", rows), total);
}

export type ContactTableRow = Awaited<ReturnType<typeof searchContacts>>["rows"][number];

const named = { id: contact.id, name: contact.name, company: contact.company };

/** Some contacts by id. */
export async function contactsById(actor: Actor, ids: number[]) {
  const wanted = and(live(contact, actor.user_id), inArray(contact.id, ids));
  return getDb()
    .select({ ...named, role: contact.role, email: contact.email })
    .from(contact)
    .where(wanted);
}

/** The contact with this e-mail address, or else of this name and company; undefined without one. */
export async function sameContact(
  actor: Actor,
  { name, company, email }: { name: string; company: string; email: string },
): Promise<{ id: number } | undefined> {
  const mine = live(contact, actor.user_id);
  const byEmail = sql`${contact.email} <> '' and lower(${contact.email}) = lower(${email})`;
  const byName = and(
    eq(sql`${contact.name} collate nocase`, name),
    eq(sql`${contact.company} collate nocase`, company),
  );
  const find = (which: SQL | undefined) =>
    getDb().select({ id: contact.id }).from(contact).where(and(mine, which)).limit(1);
  const [known] = (email && (await find(byEmail))) || [];
  if (known) return known;
  const [other] = await find(byName);
  return other;
}
