import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { atomically, getDb, type Statement } from "../../db/client.ts";
import { company, companyAlias } from "../../db/schema/companies.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { now, uniqueMoment } from "../dates.ts";
import { AppError, NotFound } from "../errors.ts";
import { companyIdentity } from "../matching/company.ts";
import { tagsBrought, tagsBroughtBack, tagsTaken } from "./merged-tags.ts";
import { type Company, getCompany, isKnown } from "./queries.ts";
import { readSpellings, requireCompanyKey } from "./spellings.ts";
import { maxAliases } from "./values.ts";

/** What can be kept about a company; what is left out stays as it is. */
export type Kept = {
  name?: string | undefined;
  notes?: string | undefined;
  url?: string | undefined;
  /** on, off, or on since a moment, as it was before */
  do_not_apply?: boolean | { since: string } | undefined;
  do_not_apply_why?: string | undefined;
};

/**
 * Keeps something about a company. The day of "Do not apply again" stays that of the first time; taking it off takes the
 * reason along. `first` runs before, in the transaction. Throws `AppError` where the new name is another company's.
 */
export async function keepCompany(
  actor: Actor,
  found: Company,
  kept: Kept,
  first: readonly Statement[] = [],
): Promise<void> {
  const { notes, url, do_not_apply, do_not_apply_why: why } = kept;
  const moment = now();
  const or = (value: string | undefined, column: SQL) =>
    value === undefined ? column : sql`${value}`;
  const since =
    do_not_apply === undefined
      ? sql`do_not_apply_at`
      : do_not_apply
        ? sql`coalesce(do_not_apply_at, ${do_not_apply === true ? moment : do_not_apply.since})`
        : sql`null`;
  const row = sql`user_id = ${actor.user_id} and company_key = ${found.key}`;
  await atomically([
    ...first,
    ...(kept.name ? await renamed(actor, found, kept.name) : []),
    sql`insert into company (user_id, company_key, name) values (${actor.user_id}, ${found.key}, ${found.name})
      on conflict do nothing`,
    sql`update company set name = ${kept.name || sql`name`}, notes = ${or(notes, sql`notes`)},
        url = ${or(url, sql`url`)}, do_not_apply_at = ${since},
        do_not_apply_why = iif(${since} is null, '', ${or(why, sql`do_not_apply_why`)}),
        updated_at = ${moment}
      where ${row}`,
  ]);
}

/** The row of what is kept about a company, added where there is none. */
export async function companyRow(actor: Actor, { key, name }: Company) {
  const { user_id } = actor;
  const db = getDb();
  await db.insert(company).values({ user_id, company_key: key, name }).onConflictDoNothing();
  const [row] = await db
    .select()
    .from(company)
    .where(and(eq(company.user_id, user_id), eq(company.company_key, key)));
  if (!row) throw new NotFound();
  return row;
}

/** Statements: a company is found by its new name too. Throws `AppError` where that is another company's. */
async function renamed(actor: Actor, { key }: Company, name: string): Promise<SQL[]> {
  if (companyIdentity(name) === "") throw new AppError("Give a company’s name.", "invalid");
  const other = await requireCompanyKey(actor, name);
  if (other === key) return [];
  if (await isKnown(actor, other)) {
    throw new AppError(`You have ${name} already. Merge the two instead.`);
  }
  return aliased(actor, { from: other, into: key, name, moment: uniqueMoment() });
}

type Alias = { from: string; into: string; name: string; moment: string };

const aliased = ({ user_id }: Actor, { from, into, name, moment }: Alias): SQL[] => [
  // Refused where either was merged meanwhile, so that no two lead to each other.
  sql`insert into company_alias (user_id, alias_key, name, company_key, before, tags, merged_at)
    select ${user_id}, ${from}, ${name}, ${into}, (select json_object('name', name, 'notes', notes, 'url', url,
        'at', do_not_apply_at, 'why', do_not_apply_why, 'updated', updated_at)
      from company where user_id = ${user_id} and company_key = ${into}),
      ${tagsBrought(user_id, from, into)}, ${moment}
    where not exists (select 1 from company_alias where user_id = ${user_id} and alias_key in (${from}, ${into}))`,
  sql`update company_spelling set company_key = ${into}
    where user_id = ${user_id} and company_key = ${from}
      and exists (select 1 from company_alias where user_id = ${user_id} and alias_key = ${from} and company_key = ${into})`,
];

/**
 * Makes another spelling one with a company, which takes over what was kept about that. Gives the alias's id, by which it
 * is undone. Throws `AppError` where they are one already, or too many are merged.
 */
export async function mergeCompany(actor: Actor, found: Company, other: string): Promise<number> {
  const [from, into] = [await requireCompanyKey(actor, other), found.key];
  if (from === into) throw new AppError(`${other} is one company with ${found.name} already.`);
  if (found.aliases.length >= maxAliases) {
    throw new AppError(`${maxAliases} spellings are merged already, and no more fit.`);
  }
  await readSpellings(actor);
  const name = (await getCompany(actor, other)).name;
  const moment = uniqueMoment();
  const mine = sql`user_id = ${actor.user_id}`;
  // The alias must be ours: else this was merged otherwise meanwhile.
  const ours = sql`exists (select 1 from company_alias where ${mine} and alias_key = ${from} and merged_at = ${moment})`;
  const results = await atomically([
    ...aliased(actor, { from, into, name, moment }),
    sql`insert into company (user_id, company_key, name, notes, url, do_not_apply_at, do_not_apply_why, updated_at)
      select user_id, ${into}, ${found.name}, notes, url, do_not_apply_at, do_not_apply_why, ${moment}
      from company where ${mine} and company_key = ${from}
        and ${ours}
      on conflict (user_id, company_key) do update set
        notes = case when notes = '' or excluded.notes = '' or notes = excluded.notes
          then iif(notes = '', excluded.notes, notes) else notes || excluded.notes end,
        url = iif(url = '', excluded.url, url),
        do_not_apply_why = iif(do_not_apply_at is null, excluded.do_not_apply_why, do_not_apply_why),
        do_not_apply_at = coalesce(do_not_apply_at, excluded.do_not_apply_at),
        updated_at = excluded.updated_at`,
    ...tagsTaken(actor.user_id, { from, into, ours }),
    getDb()
      .select({ id: companyAlias.id })
      .from(companyAlias)
      .where(and(eq(companyAlias.user_id, actor.user_id), eq(companyAlias.merged_at, moment))),
  ]);
  const [alias] = results.at(-1) as { id: number }[];
  if (!alias)
    throw new AppError("This merge was changed in the meantime. Reload the page and try again.");
  return alias.id;
}

/**
 * Takes a merged spelling out again; what was kept about both is as it was, unless it was changed since. Throws `NotFound`
 * where there is no such alias of the company.
 */
export async function unmergeCompany(actor: Actor, found: Company, id: number): Promise<void> {
  const alias = found.aliases.find((one) => one.id === id);
  if (!alias) throw new NotFound();
  const { user_id } = actor;
  const unchanged = sql`user_id = ${user_id} and exists (select 1 from company_alias a
    where a.id = ${id} and a.user_id = ${user_id} and a.company_key = company.company_key
      and a.merged_at = company.updated_at)`;
  const before = (name: string) =>
    sql`(select before ->> ${sql.raw(`'${name}'`)} from company_alias where id = ${id})`;
  await atomically([
    ...tagsBroughtBack(user_id, id),
    sql`delete from company where ${unchanged} and ${before("name")} is null
      and not exists (select 1 from tag_link l where l.company_id = company.id)`,
    // With a tag that was put on since, a row stays that the merge made.
    sql`update company set name = coalesce(${before("name")}, name), notes = coalesce(${before("notes")}, ''),
        url = coalesce(${before("url")}, ''), do_not_apply_at = ${before("at")},
        do_not_apply_why = coalesce(${before("why")}, ''), updated_at = coalesce(${before("updated")}, updated_at)
      where ${unchanged}`,
    sql`delete from company_alias where id = ${id} and user_id = ${user_id}`,
    sql`update company_spelling set company_key = ${alias.key}
      where user_id = ${user_id} and own_key in (
        with recursive under(k) as (select ${alias.key} union select a.alias_key from company_alias a
          join under on a.user_id = ${user_id} and a.company_key = under.k)
        select k from under)`,
  ]);
}
