import "server-only";
import { inArray, type SQL, sql } from "drizzle-orm";
import { emailOpportunity, jobPosting } from "../../db/schema/tracker.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import type { BoardFilter, CardOrder, Grouping } from "../lists/layout.ts";
import { fittingOpportunities } from "../opportunities/queries.ts";
import type { OpportunityFilter } from "../opportunities/schema.ts";
import { fittingPostings } from "../postings/queries.ts";
import type { PostingFilter } from "../postings/schema.ts";
import type { BoardColumn, BoardKind } from "./values.ts";

/** A board's kind of rows with the filter that narrows them. */
export type BoardView =
  | { kind: "job_posting"; filter: PostingFilter }
  | { kind: "email_opportunity"; filter: OpportunityFilter };

/** How a column is ordered: by what, through which index, and whether from the end. */
type Ordering = { value: SQL; index: SQL; descending?: boolean };

const byDay = { value: sql`applied_at`, index: sql`job_posting_applied` };
const byReceipt = { value: sql`email_received_at`, index: sql`email_opportunity_received` };

const orderings: Record<BoardKind, Record<CardOrder, Ordering>> = {
  job_posting: {
    wait: byDay,
    newest: { ...byDay, descending: true },
    name: { value: sql`company_name collate nocase`, index: sql`job_posting_company` },
  },
  email_opportunity: {
    wait: byReceipt,
    newest: { ...byReceipt, descending: true },
    name: { value: sql`recruiter_name collate nocase`, index: sql`email_opportunity_recruiter` },
  },
};

/** The order of a board's columns. */
export const orderingOf = (kind: BoardKind, { order }: BoardFilter): Ordering =>
  orderings[kind][order ?? "wait"];

/** Condition: the actor's rows that a board shows under its filter. */
export const fitting = ({ kind, filter }: BoardView, actor: Actor) =>
  kind === "job_posting" ? fittingPostings(actor, filter) : fittingOpportunities(actor, filter);

const statusColumns = {
  job_posting: jobPosting.posting_status,
  email_opportunity: emailOpportunity.opportunity_status,
};

/** What tells the columns apart, and the source that gives it in order where an index has it. */
export function groupedBy(kind: BoardKind, by: Grouping, isNarrow: boolean) {
  if (by === "stage") return { value: jobPosting.rejected_after_stage, source: sql`job_posting` };
  const table = sql.identifier(kind);
  const index = sql.identifier(`${kind}_status`);
  return {
    value: statusColumns[kind],
    source: isNarrow ? sql`${table}` : sql`${table} indexed by ${index}`,
  };
}

/** Condition: rows of a column. */
export const inColumn = (kind: BoardKind, { holds }: Pick<BoardColumn, "holds">): SQL =>
  "stage" in holds
    ? sql`${jobPosting.rejected_after_stage} = ${holds.stage}`
    : inArray(statusColumns[kind], holds.statuses);
