import { formatInstant } from "@/lib/dates.ts";
import type { OpportunityTableRow } from "@/lib/opportunities/queries.ts";
import { placeOf } from "../postings/posting-words.ts";
import { formatRelative } from "../ui/format.ts";
import { named } from "../ui/named.ts";
import type { ListedOpportunity } from "./opportunities-table.tsx";
import { opportunityTitle, recruiterOf } from "./opportunity-words.ts";

/** What the list shows of an opportunity, and no more: the browser is sent it as data besides. */
export function listed(row: OpportunityTableRow, zone: string, words: string[]): ListedOpportunity {
  const received = formatInstant(row.email_received_at, zone);
  return {
    id: row.id,
    name: named(opportunityTitle(row), words),
    ...(row.excerpt && { line: row.excerpt }),
    turned: row.job_posting_id !== null,
    recruiter: named(recruiterOf(row), words),
    status: row.opportunity_status,
    place: placeOf(row),
    received: [received, formatRelative(received)],
  };
}
