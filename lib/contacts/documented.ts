import "server-only";
import { type Name, type SQL, sql } from "drizzle-orm";
import { getDb, type Statement } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { dayMs, now, toStored } from "../dates.ts";
import { changeInChunks } from "../records/change-in-chunks.ts";
import { recruiterKind } from "./values.ts";

type DocumentedFields = {
  link: SQL | Name;
  name: string;
  company: string;
  /** the fields of which a change makes it name somebody else */
  follows: readonly string[];
  kind: string;
  spoken: string | null;
};

/**
 * The documented fields that name a contact: those of an opportunity, `recruiter_name` and `recruiter_company`; of a
 * posting, `contact_person`, who is of its `company_name`.
 */
const documented = {
  email_opportunity: {
    link: sql.identifier("email_opportunity_id"),
    name: "recruiter_name",
    company: "recruiter_company",
    follows: ["recruiter_name", "recruiter_company"],
    kind: recruiterKind,
    spoken: "email_received_at",
  },
  job_posting: {
    link: sql.identifier("job_posting_id"),
    name: "contact_person",
    company: "company_name",
    // A company that is written anew is still that person's.
    follows: ["contact_person"],
    kind: "",
    spoken: null,
  },
} as const satisfies Record<string, DocumentedFields>;

type Documented = keyof typeof documented;

const isSame = (name: SQL, company: SQL) =>
  sql`c.name = ${name} collate nocase and c.company = ${company} collate nocase`;

/** SQL for the id of the contact that a row `r` names, the first of several; null without one. */
const contactOf = (actor: Actor, name: SQL, company: SQL) =>
  sql`(select min(c.id) from contact c where c.user_id = ${actor.user_id}
    and c.deleted_at is null and ${isSame(name, company)})`;

/** Makes contacts of rows `r` whose documented fields name one that is not there, equal ones as one, and links all. */
function contactsOf(actor: Actor, subject: Documented, which: SQL, name: SQL, company: SQL): SQL[] {
  const { link, kind, spoken } = documented[subject];
  const named = sql`from ${sql.identifier(subject)} r where ${which} and ${name} <> ''`;
  const lastSpoken = spoken ? untilNow(sql`r.${sql.identifier(spoken)}`) : sql`null`;
  const contact = contactOf(actor, name, company);
  return [
    sql`insert into contact (user_id, name, company, kind, last_contacted_at)
      select ${actor.user_id}, min(${name}), min(${company}), ${kind}, ${lastSpoken} ${named}
      and ${contact} is null group by ${name} collate nocase, ${company} collate nocase
      order by min(r.id)`,
    sql`insert into contact_link (user_id, contact_id, ${link}, is_documented)
      select ${actor.user_id}, ${contact}, r.id, 1 ${named}
      on conflict do update set is_documented = 1`,
  ];
}

// A later day is a slip, or a plan; a day without a time may lie half a day ahead.
const tomorrow = () => toStored(Date.now() + dayMs);
const untilNow = (column: SQL) => sql`max(case when ${column} < ${tomorrow()} then ${column} end)`;

const trimmed = (column: string) => sql`trim(r.${sql.identifier(column)})`;

/** Statements: find or make the contact of a row that was just inserted; a recruiter wrote when the mail arrived. */
export const contactOfNew = (actor: Actor, subject: Documented, id: SQL): SQL[] => [
  ...contactsOfNew(actor, subject, sql`r.id = ${id}`),
  ...(subject === "email_opportunity" ? [spokeByMail(actor, id)] : []),
];

/** Statements: find or make the contacts of rows that were just inserted. `which` selects them as `r`. */
export function contactsOfNew(actor: Actor, subject: Documented, which: SQL): SQL[] {
  const { name, company } = documented[subject];
  return contactsOf(actor, subject, which, trimmed(name), trimmed(company));
}

const spokeByMail = (actor: Actor, id: SQL): SQL =>
  sql`update contact set last_contacted_at = r.email_received_at, updated_at = ${now()}
    from email_opportunity r join contact_link l on l.email_opportunity_id = r.id
    where r.id = ${id} and l.contact_id = contact.id and l.is_documented
      and contact.user_id = ${actor.user_id} and r.email_received_at < ${tomorrow()}
      and ifnull(contact.last_contacted_at, '') < r.email_received_at`;

/** Statement: who a posting names as its contact person has this address, if they had none. */
export const emailOfNew = (actor: Actor, posting: SQL, email: string): SQL =>
  sql`update contact set email = ${email}, updated_at = ${now()}
    where id in (select contact_id from contact_link
      where job_posting_id = ${posting} and is_documented and user_id = ${actor.user_id})
    and user_id = ${actor.user_id} and email = ''`;

/** Statement: the contacts of an opportunity are those of the posting that it was turned into, too. */
export const peopleOfTurned = (actor: Actor, opportunityId: number, posting: SQL): SQL =>
  sql`insert into contact_link (user_id, contact_id, job_posting_id)
    select user_id, contact_id, ${posting} from contact_link
    where email_opportunity_id = ${opportunityId} and user_id = ${actor.user_id}
    on conflict do nothing`;

type Written = { [name: string]: unknown };

/**
 * Statements: move a row's documented link to the contact that it is about to name. They must run before the update,
 * and do nothing where it names who it named before: so neither a deleted contact nor a removed link comes back. Where
 * nothing but this row and its name is known of a contact, that takes the new name, rather than to stay behind.
 */
export function contactOfChange(
  actor: Actor,
  subject: Documented,
  id: number,
  values: Written,
): Statement[] {
  const { name, company, link, follows }: DocumentedFields = documented[subject];
  const written = follows.filter((column) => typeof values[column] === "string");
  if (written.length === 0) return [];
  const next = (field: string) =>
    typeof values[field] === "string" ? sql`trim(${values[field]})` : trimmed(field);
  const differs = written.map(
    (field) => sql`r.${sql.identifier(field)} is not ${String(values[field])}`,
  );
  const which = sql`r.id = ${id} and r.user_id = ${actor.user_id} and r.deleted_at is null
    and (${sql.join(differs, sql` or `)})`;
  const [nextName, nextCompany] = [next(name), next(company)];
  const changed = sql`from ${sql.identifier(subject)} r where ${which}`;
  return [
    sql`update contact set (name, company) = (select ${nextName}, ${nextCompany} ${changed}),
      updated_at = ${now()} where id = (select contact_id from contact_link
        where ${link} = ${id} and is_documented and user_id = ${actor.user_id})
      and deleted_at is null and ${isBare} and exists (select 1 ${changed} and ${nextName} <> ''
        and ${contactOf(actor, nextName, nextCompany)} is null)`,
    sql`delete from contact_link where ${link} = ${id} and is_documented
      and exists (select 1 ${changed})`,
    ...contactsOf(actor, subject, which, nextName, nextCompany),
  ];
}

/** Condition: nothing is known of a contact but a name and one link. */
const isBare = sql`role = '' and email = '' and phone = '' and url = '' and notes = ''
  and (select count(*) from contact_link l where l.contact_id = contact.id) = 1`;

type Named = { name?: string; company?: string };

/** What a contact's new name and company change in the documented fields that name it, as much as fits there. */
function writesOf(actor: Actor, id: number, { name, company }: Named) {
  const write = (subject: Documented, field: string, of: "name" | "company", text: string) => {
    const column = sql.identifier(field);
    const fitting = sql`trim(substr(${text}, 1, ${documentedMax}))`;
    const which = sql`user_id = ${actor.user_id} and ${column} is not ${fitting} and id in
      (select ${documented[subject].link} from contact_link where contact_id = ${id} and is_documented)
      and exists (select 1 from contact where id = ${id} and user_id = ${actor.user_id}
        and deleted_at is null and ${sql.identifier(of)} is not ${text})`;
    const update = (rows: SQL) => sql`update ${sql.identifier(subject)}
      set ${column} = ${fitting}, updated_at = ${now()} where ${rows}`;
    return { subject, which, update };
  };
  return [
    ...(name === undefined
      ? []
      : [
          write("email_opportunity", "recruiter_name", "name", name),
          write("job_posting", "contact_person", "name", name),
        ]),
    // A posting's company is not its contact's: people move on.
    ...(company === undefined
      ? []
      : [write("email_opportunity", "recruiter_company", "company", company)]),
  ];
}

/**
 * Statements: write a contact's new name and company to the documented fields that name it. They must run before the
 * update of the contact, and do nothing where it stays the same.
 */
export const documentedFieldsOf = (actor: Actor, id: number, input: Named): SQL[] =>
  writesOf(actor, id, input).map(({ which, update }) => update(which));

/** The same in chunks, for a contact that more fields name than one transaction takes. `first` runs before. */
export async function writeDocumentedFields(
  actor: Actor,
  id: number,
  input: Named,
  first: readonly Statement[],
): Promise<void> {
  const links = sql`select 1 from contact_link where contact_id = ${id} and is_documented`;
  const [{ total } = { total: 0 }] = await getDb().all<{ total: number }>(
    sql`select count(*) as total from (${links} limit ${rowsAtOnce + 1})`,
  );
  if (total <= rowsAtOnce) return;
  for (const { subject, which, update } of writesOf(actor, id, input))
    await changeInChunks(subject, which, (chunk) => [update(chunk)], { first });
}

/** So many documented fields are written along with their contact. */
const rowsAtOnce = 100;

/** The longest text of the three documented fields. */
const documentedMax = 64;
