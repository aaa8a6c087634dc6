import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../db/client.ts";
import { kindOf } from "../kinds.ts";
import type { Advert } from "../matching/advert.ts";
import { keysOf, writtenText } from "../matching/keys.ts";
import { plainText } from "../rich-text-words.ts";
import { yieldEvery } from "../runtime/event-loop.ts";

type Pending = { user_id: number; kind: number; row_id: number; mark: number };
type Row = { id: number } & Record<
  "company" | "hiring_company" | "title" | "url" | "city" | "description",
  string | null
>;

/** Markup that is read of a description: enough for the longest text that is compared. */
const maxMarkup = 60_000;

const columns: Record<Advert["kind"], SQL> = {
  job_posting: sql`company_name as company, posting_title as title, posting_url_full as url`,
  email_opportunity: sql`recruiter_company as company, job_title as title, '' as url`,
};

/** The kinds that are compared, with their numbers in the queue. */
export const comparedKinds = (["job_posting", "email_opportunity"] as const).map((name) => ({
  name,
  number: kindOf(name).search.number,
}));

/** The words of a description that are compared. */
export const comparedText = (description: string): string =>
  plainText(description.slice(0, maxMarkup));

async function readAdverts(kind: Advert["kind"], ids: number[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  return getDb().all<Row>(sql`select id, ${columns[kind]}, hiring_company, location_city as city,
      substr(job_description, 1, ${maxMarkup}) as description
    from ${sql.identifier(kind)}
    where id in (select value from json_each(${JSON.stringify(ids)})) and deleted_at is null`);
}

const advertOf = (kind: Advert["kind"], row: Row): Advert => ({
  kind,
  companies: [row.company ?? "", row.hiring_company ?? ""],
  title: row.title ?? "",
  url: row.url ?? "",
  city: row.city ?? "",
  text: comparedText(row.description ?? ""),
});

/**
 * The statements that write the keys and sketches of pending rows anew, to run in the transaction that takes these rows
 * off the queue, before they are off it. Rows that are gone or in the trash have none.
 */
export async function duplicateStatements(pending: Pending[]): Promise<SQL[]> {
  const yieldIfLong = yieldEvery();
  const written: object[] = [];
  for (const { name, number } of comparedKinds) {
    const queued = pending.filter(({ kind }) => kind === number);
    const rows = await readAdverts(
      name,
      queued.map(({ row_id }) => row_id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    for (const { user_id: u, kind: k, row_id: i, mark: m } of queued) {
      await yieldIfLong();
      const row = byId.get(i);
      const found = row && keysOf(advertOf(name, row));
      const keys = found ? [...found.address, ...found.names, ...found.text] : [];
      const text = found && writtenText(found.kept);
      written.push({ u, k, i, m, keys: [...new Set(keys)], ...text });
    }
  }
  if (written.length === 0) return [];
  const still = sql`from json_each(${JSON.stringify(written)}) j join search_pending s
    on s.user_id = j.value ->> 'u' and s.kind = j.value ->> 'k' and s.row_id = j.value ->> 'i'
      and s.mark = j.value ->> 'm'`;
  const theirs = sql`where (user_id, kind, row_id) in (select s.user_id, s.kind, s.row_id ${still})`;
  return [
    sql`delete from duplicate_key ${theirs}`,
    sql`delete from duplicate_text ${theirs}`,
    sql`insert into duplicate_key (user_id, "key", row_id, kind)
      select s.user_id, w.value, s.row_id, s.kind ${still} join json_each(j.value -> 'keys') w
      where true on conflict do nothing`,
    sql`insert into duplicate_text (user_id, kind, row_id, shingles, numbers, is_agency)
      select s.user_id, s.kind, s.row_id, j.value ->> 'shingles', j.value ->> 'numbers',
        j.value ->> 'agency' ${still}
      where j.value ->> 'shingles' is not null`,
  ];
}
