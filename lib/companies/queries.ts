import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { company, companyAlias } from "../../db/schema/companies.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { companyIdentity } from "../matching/company.ts";
import { contactsAt, opportunitiesOf, postingsOf } from "./openings.ts";
import { lastOf, readSpellings, requireCompanyKey } from "./spellings.ts";
import { maxAliases } from "./values.ts";

type Row = typeof company.$inferSelect;

/** A spelling that was merged into a company's, with what undoes it. */
export type Alias = { id: number; key: string; name: string; merged_at: string };

/** A company as one person has it; what they keep is empty where they keep nothing. */
export type Company = Pick<
  Row,
  "name" | "notes" | "url" | "do_not_apply_at" | "do_not_apply_why"
> & {
  /** that of the row of what they keep; null where there is none */
  id: number | null;
  key: string;
  /** how else its openings and people write it */
  also_written: string[];
  aliases: Alias[];
};

const nothing = { id: null, notes: "", url: "", do_not_apply_at: null, do_not_apply_why: "" };

const ofKey = (actor: Actor, key: string) =>
  and(eq(company.user_id, actor.user_id), eq(company.company_key, key));

/** A company by any of its names, also where nothing is known of it. Throws `NotFound` where the name is no company's. */
export async function getCompany(actor: Actor, name: string): Promise<Company> {
  await readSpellings(actor);
  const key = await requireCompanyKey(actor, name);
  const db = getDb();
  const [[row], spellings, aliases] = await Promise.all([
    db.select().from(company).where(ofKey(actor, key)),
    usedSpellings(actor, key),
    db
      .select({
        id: companyAlias.id,
        key: companyAlias.alias_key,
        name: companyAlias.name,
        merged_at: companyAlias.merged_at,
      })
      .from(companyAlias)
      .where(and(eq(companyAlias.user_id, actor.user_id), eq(companyAlias.company_key, key)))
      .orderBy(companyAlias.id)
      .limit(maxAliases),
  ]);
  const { id, notes, url, do_not_apply_at, do_not_apply_why } = row ?? nothing;
  const shown = row?.name || spellings[0] || name.trim();
  const also_written = spellings.filter((spelling) => spelling !== shown);
  const kept = { id, notes, url, do_not_apply_at, do_not_apply_why };
  return { key, name: shown, ...kept, also_written, aliases };
}

const maxSpellings = 20;

/** How a company is written in openings and contacts, the way of its latest posting first. */
async function usedSpellings(actor: Actor, key: string): Promise<string[]> {
  const used = (table: string, column: string, rank: number) => sql`
    select t.${sql.identifier(column)} as name, ${rank} as place, max(t.id) as latest
    from company_spelling s cross join ${sql.identifier(table)} t
      on t.user_id = s.user_id and t.${sql.identifier(column)} = s.name collate nocase
        and t.deleted_at is null and t.${sql.identifier(column)} <> ''
    where s.user_id = ${actor.user_id} and s.company_key = ${key} group by 1`;
  const rows = await getDb().all<{ name: string }>(sql`
    select name from (${sql.join(
      [
        used("job_posting", "company_name", 0),
        used("job_posting", "hiring_company", 1),
        used("email_opportunity", "hiring_company", 1),
        used("email_opportunity", "recruiter_company", 2),
        used("contact", "company", 3),
      ],
      sql` union all `,
    )}) group by name order by min(place), max(latest) desc limit ${maxSpellings}`);
  return rows.map(({ name }) => name);
}

/** Whether a person has anything of a company, or keeps something about it. */
export async function isKnown(actor: Actor, key: string): Promise<boolean> {
  const [found] = await getDb().all(sql`select 1 where
    exists (select 1 from company where user_id = ${actor.user_id} and company_key = ${key})
    or exists ${postingsOf(actor, key)} or exists ${opportunitiesOf(actor, key)}
    or exists ${contactsAt(actor, key)}`);
  return found !== undefined;
}

/** A company that is marked "Do not apply again", with the name by which it was asked for. */
export type Flagged = { typed: string; name: string; at: string; why: string };

/** "Do not apply again" at any of some companies, by names as they are typed; each company once for each name. */
export async function flaggedAmong(actor: Actor, names: readonly string[]): Promise<Flagged[]> {
  const sought = [...new Set(names)]
    .map((typed) => ({ typed, own: companyIdentity(typed) }))
    .filter(({ own }) => own !== "");
  if (sought.length === 0) return [];
  return getDb().all<Flagged>(sql`
    with j as materialized (
      select e.value ->> 'typed' as typed, ${lastOf(actor, sql`e.value ->> 'own'`)} as company_key
      from json_each(${JSON.stringify(sought)}) e)
    select j.typed, c.name, c.do_not_apply_at as at, c.do_not_apply_why as why
    from j cross join company c on c.user_id = ${actor.user_id} and c.company_key = j.company_key
    where c.do_not_apply_at is not null`);
}
