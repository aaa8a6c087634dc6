import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { ownTurn } from "../runtime/event-loop.ts";
import { taggedAs } from "../tags/filter.ts";
import type { TagFilter } from "../tags/schema.ts";
import { contactsAt, opportunitiesOf, postingsOf } from "./openings.ts";
import { readSpellings } from "./spellings.ts";

export type ListedCompany = {
  /** that of the row of what is kept; null where there is none */
  id: number | null;
  key: string;
  name: string;
  postings: number;
  applied: number;
  answered: number;
  last_applied_at: string | null;
  opportunities: number;
  contacts: number;
  do_not_apply_at: string | null;
};

/** What a list of companies is narrowed to: words in a name, and tags. */
type Narrowing = { q?: string } & TagFilter;

/** Condition: a company has all tags of `tag`, and none of `not_tag`. */
function taggedKey(actor: Actor, { tag, not_tag = [] }: TagFilter): SQL {
  const keyed = (filter: TagFilter) =>
    sql`(select company_key from company where user_id = ${actor.user_id} and ${taggedAs("company", filter)})`;
  const having = tag ? [sql`and company_key in ${keyed({ tag })}`] : [];
  // Without a row it has no tag either.
  const lacking = not_tag.map((id) => sql`and company_key not in ${keyed({ tag: [id] })}`);
  return sql.join([...having, ...lacking], sql` `);
}

/** The keys of the companies that a person has something of, or keeps something about. */
function keysOf(actor: Actor, { after, q, ...tags }: { after?: string } & Narrowing): SQL {
  const { user_id } = actor;
  const k = sql`k.company_key`;
  const behind = after === undefined ? sql`` : sql`and company_key > ${after}`;
  const like = (name: SQL) => (q ? sql`and instr(lower(${name}), lower(${q})) > 0` : sql``);
  const tagged = taggedKey(actor, tags);
  return sql`select company_key from (
      select distinct company_key from company_spelling
        where user_id = ${user_id} and company_key <> '' ${behind} ${tagged} ${like(sql`name`)}) k
      where exists ${postingsOf(actor, k)} or exists ${opportunitiesOf(actor, k)} or exists ${contactsAt(actor, k)}
    union select company_key from company c where user_id = ${user_id} ${behind} ${tagged} ${like(sql`name`)}
      and (do_not_apply_at is not null or notes <> '' or url <> '' or exists (
        select 1 from tag_link l join tag g on g.id = l.tag_id where l.company_id = c.id and g.deleted_at is null))
      and not exists (select 1 from company_alias a where a.user_id = ${user_id} and a.alias_key = c.company_key)
    order by 1`;
}

type Part = { limit: number; offset?: number; after?: string } & Narrowing;

/** Companies by their keys, which is their order by name, with what came of them. */
export async function listCompanies(
  actor: Actor,
  { limit, offset = 0, ...which }: Part,
): Promise<ListedCompany[]> {
  await readSpellings(actor);
  await ownTurn();
  const k = sql`k.company_key`;
  const mine = sql`f.user_id = ${actor.user_id}`;
  const counted = (what: SQL) => sql`(select ${what} from ${postingsOf(actor, k)} o
    cross join posting_fact f on ${mine} and f.job_posting_id = o.id)`;
  return getDb().all<ListedCompany>(sql`
    select k.company_key as key, c.id,
      coalesce(c.name, (select t.company_name from company_spelling s cross join job_posting t
        on t.user_id = s.user_id and t.company_name = s.name collate nocase and t.deleted_at is null
        where s.user_id = ${actor.user_id} and s.company_key = ${k} order by t.id desc limit 1),
        (select s.name from company_spelling s where s.user_id = ${actor.user_id} and s.company_key = ${k}
          order by s.id limit 1)) as name,
      ${counted(sql`count(*)`)} as postings,
      ${counted(sql`ifnull(sum(f.applied), 0)`)} as applied,
      ${counted(sql`ifnull(sum(f.reached > 1), 0)`)} as answered,
      ${counted(sql`max(f.applied_at)`)} as last_applied_at,
      (select count(*) from ${opportunitiesOf(actor, k)}) as opportunities,
      (select count(*) from ${contactsAt(actor, k)}) as contacts,
      c.do_not_apply_at
    from (${keysOf(actor, which)} limit ${limit} offset ${offset}) k
    left join company c on c.user_id = ${actor.user_id} and c.company_key = ${k}
    order by 1`);
}

/** How many companies there are. */
export async function countCompanies(actor: Actor, which: Narrowing = {}): Promise<number> {
  await readSpellings(actor);
  await ownTurn();
  const [row] = await getDb().all<{ n: number }>(
    sql`select count(*) as n from (${keysOf(actor, which)})`,
  );
  return row?.n ?? 0;
}

/** How many names are offered to merge with. */
const maxOffered = 300;

/** The names of the other companies, those that begin as this one does first: what it may be merged with. */
export async function otherNames(actor: Actor, key: string): Promise<string[]> {
  const rows = await getDb().all<{ name: string }>(sql`
    select s.name from company_spelling s
    join (${keysOf(actor, {})}) k on k.company_key = s.company_key
    where s.user_id = ${actor.user_id} and s.company_key <> ${key}
    group by s.company_key
    order by substr(s.company_key, 1, 3) <> substr(${key}, 1, 3), s.company_key limit ${maxOffered}`);
  return rows.map(({ name }) => name);
}
