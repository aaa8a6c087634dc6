import { formatInstant } from "@/lib/dates.ts";
import type { PostingTableRow } from "@/lib/postings/queries.ts";
import { named } from "../ui/named.ts";
import { titleOf } from "./posting-words.ts";
import type { ListedPosting } from "./postings-table.tsx";

/** What the list shows of a posting, and no more: the browser is sent it as data besides. */
export function listed(row: PostingTableRow, zone: string, words: string[]): ListedPosting {
  return {
    id: row.id,
    name: named(titleOf(row), words),
    title: row.company_name && named(row.posting_title, words),
    ...(row.excerpt && { line: row.excerpt }),
    status: row.posting_status,
    stage: stageOf(row),
    place: row.location_type || row.location_city,
    pay: row.pay_range,
    applied_at: row.applied_at && formatInstant(row.applied_at, zone),
  };
}

// The column is narrow, and what is cut off of it would say nothing new.
const stageOf = ({ rejected_after_stage: stage }: PostingTableRow) =>
  stage === "Application Submission" ? "Application" : stage || "–";
