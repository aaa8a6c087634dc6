import "server-only";
import { type SQL, sql } from "drizzle-orm";

const rowOf = (userId: number, key: string) =>
  sql`(select id from company where user_id = ${userId} and company_key = ${key})`;

/** SQL for the tags that a company brings into another, as JSON; deleted ones too, since they may come back. */
export const tagsBrought = (userId: number, from: string, into: string): SQL => sql`(
  select json_group_array(json_object('id', l.tag_id, 'new', not exists (select 1 from tag_link o
    where o.company_id = ${rowOf(userId, into)} and o.tag_id = l.tag_id)))
  from tag_link l where l.company_id = ${rowOf(userId, from)})`;

type Merge = { from: string; into: string; ours: SQL };

/** Statements: a company takes over another's tags; `ours` says whether the merge came about. */
export const tagsTaken = (userId: number, { from, into, ours }: Merge): SQL[] => [
  sql`insert into tag_link (user_id, tag_id, company_id)
    select user_id, tag_id, ${rowOf(userId, into)} from tag_link
    where company_id = ${rowOf(userId, from)} and ${ours} order by id on conflict do nothing`,
  sql`delete from tag_link where company_id = ${rowOf(userId, from)} and ${ours}`,
];

/**
 * Statements: a merged company gets the tags back that it brought, and those that were new leave the other, unless a third
 * brought them too. What was tagged since the merge stays so.
 */
export const tagsBroughtBack = (userId: number, aliasId: number): SQL[] => [
  sql`insert into tag_link (user_id, tag_id, company_id)
      select g.user_id, g.id, c.id from company_alias a cross join json_each(a.tags) j
      join tag g on g.id = j.value ->> 'id'
      join company c on c.user_id = a.user_id and c.company_key = a.alias_key
      where a.id = ${aliasId} and a.user_id = ${userId} order by j.key on conflict do nothing`,
  sql`delete from tag_link where user_id = ${userId}
      and company_id = (select c.id from company c join company_alias a
        on c.user_id = a.user_id and c.company_key = a.company_key where a.id = ${aliasId})
      and tag_id in (select j.value ->> 'id' from company_alias a cross join json_each(a.tags) j
        where a.id = ${aliasId} and j.value ->> 'new')
      and not exists (select 1 from company_alias a join company_alias o
        on o.user_id = a.user_id and o.company_key = a.company_key and o.id <> a.id
        cross join json_each(o.tags) j
        where a.id = ${aliasId} and j.value ->> 'id' = tag_link.tag_id)`,
];
