import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import type { Advert } from "../matching/advert.ts";
import { compareAdverts, type ReadAdvert, readAdvert } from "../matching/compare.ts";
import { keysOf } from "../matching/keys.ts";
import { readNumbers } from "../matching/text.ts";
import { indexOwnChanges } from "../search/commands.ts";
import { comparedKinds } from "../search/duplicate-keys.ts";
import { statusesOf } from "../statuses/queries.ts";
import { type Candidate, candidateOf, type FoundRow, type Row } from "./candidates.ts";

/** The most that is named. */
export const maxCandidates = 5;

/** Rows that are read for a key, the newest first, and rows that are compared: those that share most keys. */
const [rowsPerKey, maxCompared] = [60, 40];

/** A key of the link says more than all others. */
const linkWeight = 1_000;

/** The row that is edited, which is no duplicate of itself. */
export type Except = { job_posting_id?: number; email_opportunity_id?: number };

const columns: Record<Advert["kind"], SQL> = {
  job_posting: sql`t.company_name as company, t.posting_title as title, t.posting_url_full as url,
    t.posting_status as status, t.applied_at, t.posting_url_domain as through, '' as recruiter,
    null as job_posting_id`,
  email_opportunity: sql`t.recruiter_company as company, t.job_title as title, '' as url,
    t.opportunity_status as status, t.email_received_at as applied_at, '' as through,
    t.recruiter_name as recruiter, t.job_posting_id`,
};

/** The actor's postings and opportunities that may be the same job as an advert, the likeliest first. */
export async function findDuplicates(
  actor: Actor,
  advert: Advert,
  except: Except = {},
): Promise<Candidate[]> {
  await indexOwnChanges(actor);
  const keys = keysOf(advert);
  const near = await nearRows(actor, keys.address, [...keys.names, ...keys.text]);
  if (near.length === 0) return [];
  const sought = readAdvert(advert, keys.kept);
  const found: FoundRow[] = [];
  for (const { name, number } of comparedKinds) {
    const ids = near.filter(({ kind }) => kind === number).map(({ row_id }) => row_id);
    for (const row of await rowsOf(actor, name, number, ids)) {
      if (except[`${name}_id`] === row.id) continue;
      const because = compareAdverts(sought, readRow(name, row));
      if (because) found.push({ kind: name, row, because });
    }
  }
  const postings = new Set(found.map(({ kind, row }) => (kind === "job_posting" ? row.id : 0)));
  if (except.job_posting_id) postings.add(except.job_posting_id);
  const { words } = (await statusesOf(actor)).posting;
  return found
    .filter(({ row }) => !row.job_posting_id || !postings.has(row.job_posting_id))
    .sort((a, b) => rank(a) - rank(b) || (momentOf(a) < momentOf(b) ? 1 : -1))
    .slice(0, maxCandidates)
    .map((one) => candidateOf(one, sought, actor.time_zone, (status) => words(status).label));
}

const rank = ({ because }: FoundRow) => ["link", "title", "text"].indexOf(because);
const momentOf = ({ row }: FoundRow) => row.applied_at ?? row.created_at;

/** The rows that share a key, those with most in common first: some rows of each key, so that no common key costs much. */
async function nearRows(actor: Actor, links: number[], others: number[]) {
  const ofKey = (key: number, weight: number) => sql`select * from (
    select kind, row_id, ${weight} as weight from duplicate_key
    where user_id = ${actor.user_id} and "key" = ${key} order by row_id desc limit ${rowsPerKey})`;
  const parts = [
    ...links.map((key) => ofKey(key, linkWeight)),
    ...others.map((key) => ofKey(key, 1)),
  ];
  if (parts.length === 0) return [];
  return getDb().all<{ kind: number; row_id: number }>(sql`
    select kind, row_id from (${sql.join(parts, sql` union all `)})
    group by kind, row_id order by sum(weight) desc, row_id desc limit ${maxCompared}`);
}

async function rowsOf(actor: Actor, name: Advert["kind"], kind: number, ids: number[]) {
  if (ids.length === 0) return [];
  return getDb().all<Row>(sql`
    select t.id, ${columns[name]}, t.hiring_company, t.location_city as city, t.created_at,
      d.shingles, d.numbers, d.is_agency
    from ${sql.identifier(name)} t
    left join duplicate_text d on d.user_id = t.user_id and d.kind = ${kind} and d.row_id = t.id
    where t.id in (select value from json_each(${JSON.stringify(ids)}))
      and t.user_id = ${actor.user_id} and t.deleted_at is null`);
}

function readRow(kind: Advert["kind"], row: Row): ReadAdvert {
  const { company, hiring_company, title, url, city, shingles, numbers } = row;
  const companies = [company, hiring_company];
  const advert = { kind, companies, title, url, city, text: "" };
  if (shingles === null || numbers === null) return readAdvert(advert);
  const sketch = { shingles, numbers: readNumbers(numbers) };
  return readAdvert(advert, { sketch, isAgency: row.is_agency === 1 });
}
