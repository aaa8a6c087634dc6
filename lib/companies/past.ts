import "server-only";
import { sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { offerCountsAs } from "../statuses/conditions.ts";
import { isSilent, opportunitiesOf, postingsOf, rejectedOffer, silentOffers } from "./openings.ts";
import { readSpellings } from "./spellings.ts";
import type { Past } from "./values.ts";

type Kind = "job_posting" | "email_opportunity";

/** A row of a list, by the name of its company. */
export type Named = { id: number; name: string };

/**
 * What other openings of the same companies came to, for the rows of a page alone: rejected, or silent; by the row's id,
 * and nothing for a row whose company did neither. A row's own ending does not count.
 */
export async function pastOf(
  actor: Actor,
  kind: Kind,
  rows: readonly Named[],
): Promise<Map<number, Past>> {
  const named = rows.filter(({ name }) => name !== "");
  if (named.length === 0) return new Map();
  await readSpellings(actor);
  const found = await getDb().all<{ id: number; past: Past }>(sql`
    with here as materialized (
      select j.value ->> 'id' as id, s.company_key as company from json_each(${JSON.stringify(named)}) j
      cross join company_spelling s on s.user_id = ${actor.user_id} and s.name = j.value ->> 'name' collate nocase
      where s.company_key <> ''),
    ended as materialized (
      select k.company, 'job_posting' as kind, f.job_posting_id as id, f.ending = 'rejected' as rejected
      from (select distinct company from here) k
      cross join posting_fact f on f.user_id = ${actor.user_id}
        and f.job_posting_id in ${postingsOf(actor, sql`k.company`)}
        and (f.ending = 'rejected' or ${isSilent()})
      union all select k.company, 'email_opportunity', o.id, ${offerCountsAs(sql`o.opportunity_status`, actor.user_id, [rejectedOffer])}
      from (select distinct company from here) k
      cross join email_opportunity o on o.id in ${opportunitiesOf(actor, sql`k.company`)}
        and o.job_posting_id is null
        and ${offerCountsAs(sql`o.opportunity_status`, actor.user_id, [rejectedOffer, ...silentOffers])}),
    all_of as (select company, sum(rejected) as rejected, count(*) - sum(rejected) as silent
      from ended group by company),
    own as (select id, company, sum(rejected) as rejected, count(*) - sum(rejected) as silent
      from ended where kind = ${kind} and id in (select id from here) group by id, company)
    select h.id, iif(a.rejected > ifnull(w.rejected, 0), 'rejected', 'silent') as past
    from here h join all_of a on a.company = h.company
    left join own w on w.id = h.id and w.company = h.company
    where a.rejected + a.silent > ifnull(w.rejected + w.silent, 0)`);
  return new Map(found.map(({ id, past }) => [id, past]));
}
