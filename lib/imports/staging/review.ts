import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { getDb } from "../../../db/client.ts";
import type { Actor } from "../../accounts/auth/actor.ts";
import type { Draft, Verdict } from "../plan/draft.ts";
import type { OwnedBatch } from "../queries.ts";
import type { RowFilter } from "../schema.ts";
import { duplicateKind, partKind } from "./reasons.ts";
import { isTaken, reviewDefaults } from "./taken.ts";

/** A row of a dry run with what would become of it. */
export type ReviewRow = {
  row_number: number;
  verdict: Verdict;
  kind: string;
  reason: string;
  taken: boolean;
  posting: Draft | null;
  site_name: string;
  cells: string[];
};

/** Rows with the same question: how many there are, how many are taken, and the first of them. */
export type ReviewGroup = {
  verdict: "attention" | "duplicate";
  kind: string;
  rows: number;
  taken: number;
  first: ReviewRow[];
};

type StoredRow = Omit<ReviewRow, "taken" | "posting" | "cells"> & {
  taken: number;
  posting: string | null;
  cells: string;
};

const taken = isTaken(reviewDefaults);

const columns = sql`r.row_number, r.verdict, r.reason_kind as kind, r.reason, ${taken} as taken,
  r.posting, r.site_name, r.cells`;

const parsed = (row: StoredRow): ReviewRow => ({
  ...row,
  taken: row.taken === 1,
  posting: row.posting === null ? null : (JSON.parse(row.posting) as Draft),
  cells: JSON.parse(row.cells) as string[],
});

// All rows that are in Foothold already make one group, whatever else is asked about them.
const groupOf = sql`iif(r.verdict = 'duplicate', ${duplicateKind}, r.reason_kind)`;

/** The rows that need a decision or are in Foothold already, grouped by reason, with the first `size` of each. */
export async function reviewGroups({ id }: OwnedBatch, size: number): Promise<ReviewGroup[]> {
  const asked = sql`r.batch_id = ${id} and r.verdict in ('attention', 'duplicate')`;
  const db = getDb();
  const [groups, first] = await Promise.all([
    db.all<Omit<ReviewGroup, "first">>(sql`select r.verdict, ${groupOf} as kind, count(*) as rows,
        sum(${taken}) as taken
      from import_row r where ${asked} group by r.verdict, ${groupOf}
      order by r.verdict, min(r.row_number)`),
    db.all<StoredRow>(sql`select ${columns} from import_row r
      where r.batch_id = ${id} and r.row_number in (select row_number from (
        select r.row_number, row_number() over
          (partition by r.verdict, ${groupOf} order by r.row_number) as place
        from import_row r where ${asked}) where place <= ${size})
      order by r.row_number`),
  ]);
  return groups.map((group) => ({
    ...group,
    first: first
      .filter(({ verdict, kind }) =>
        verdict === "duplicate"
          ? group.verdict === verdict
          : group.verdict === verdict && group.kind === kind,
      )
      .map(parsed),
  }));
}

/** What an import would make, as its rows are taken now. */
export type ReviewTotals = {
  postings: number;
  new_sites: number;
  /** postings with a day of interview or rejection */
  answer_days: number;
  /** rows of the file that become no posting */
  left_out: number;
  /** rows that hold no application */
  skipped: number;
};

/** Counts what an import would make; a commit of the review page makes exactly that. */
export async function reviewTotals(actor: Actor, { id }: OwnedBatch): Promise<ReviewTotals> {
  const rows = sql`import_row r where r.batch_id = ${id}`;
  const db = getDb();
  const [[counted], [sites]] = await Promise.all([
    db.all<Omit<ReviewTotals, "new_sites">>(sql`select ifnull(sum(${taken}), 0) as postings,
        ifnull(sum(${taken} and r.has_answer_day), 0) as answer_days,
        count(*) filter (where not ${taken} and r.reason_kind <> ${partKind}) as left_out,
        count(*) filter (where r.verdict = 'skipped' and r.reason_kind <> ${partKind}) as skipped
      from ${rows}`),
    db.all<{ new_sites: number }>(sql`select count(*) as new_sites from (
        select r.site_name collate nocase as name from ${rows} and ${taken} group by 1)
      where not exists (select 1 from job_site where user_id = ${actor.user_id}
        and deleted_at is null and site_name collate nocase = name)`),
  ]);
  const none = { postings: 0, answer_days: 0, left_out: 0, skipped: 0 };
  return { ...none, ...counted, new_sites: sites?.new_sites ?? 0 };
}

/** One page of a draft's rows, in sheet order, and how many there are. */
export async function pageOfReviewRows({ id }: OwnedBatch, filter: RowFilter, size: number) {
  const shown: SQL[] = [sql`r.batch_id = ${id}`];
  if (filter.show !== "all") shown.push(sql`r.verdict = ${filter.show}`);
  if (filter.kind !== undefined) shown.push(sql`r.reason_kind = ${filter.kind}`);
  const where = sql.join(shown, sql` and `);
  const db = getDb();
  const [[counted], rows] = await Promise.all([
    db.all<{ total: number }>(sql`select count(*) as total from import_row r where ${where}`),
    db.all<StoredRow>(sql`select ${columns} from import_row r where ${where}
      order by r.row_number limit ${size} offset ${(filter.page - 1) * size}`),
  ]);
  return { total: counted?.total ?? 0, rows: rows.map(parsed) };
}

/** The rows with these numbers: the examples of what becomes of the status words. */
export async function exampleRows({ id }: OwnedBatch, numbers: readonly number[]) {
  if (numbers.length === 0) return new Map<number, ReviewRow>();
  const rows = await getDb().all<StoredRow>(sql`select ${columns} from import_row r
    where r.batch_id = ${id}
    and r.row_number in (select value from json_each(${JSON.stringify(numbers)}))`);
  return new Map(rows.map((row) => [row.row_number, parsed(row)]));
}

/** How many of the rows that need a decision have each kind of reason, and how many of those the user takes or leaves out. */
export async function reasonCounts({ id }: OwnedBatch) {
  return getDb().all<{ kind: string; rows: number; taken: number; left_out: number }>(sql`
    select r.reason_kind as kind, count(*) as rows, count(*) filter (where r.taken) as taken,
      count(*) filter (where not r.taken) as left_out
    from import_row r where r.batch_id = ${id} and r.verdict = 'attention' group by 1 order by min(r.row_number)`);
}
