import { opportunityStatusWords } from "@/lib/opportunities/values.ts";
import { statusWords } from "@/lib/postings/values.ts";
import { formatRelative } from "../../ui/format.ts";
import type { BriefRow } from "./brief-list.tsx";

type Posting = {
  id: number;
  company_name: string;
  posting_title: string;
  posting_status: string;
  /** with the reader's offset */
  applied_at: string | null;
};

/** A posting where something is going on, as the dashboard lists it. */
export const briefPosting = (row: Posting): BriefRow => ({
  href: `/postings/${row.id}`,
  title: row.company_name || row.posting_title || "Untitled posting",
  note: row.company_name && row.posting_title,
  status: statusWords(row.posting_status),
  date: row.applied_at,
});

type Opportunity = {
  id: number;
  job_title: string;
  recruiter_name: string;
  opportunity_status: string;
  /** with the reader's offset */
  email_received_at: string;
};

/** An offer by a recruiter that is still open, as the dashboard lists it. */
export const briefOpportunity = (row: Opportunity): BriefRow => ({
  href: `/opportunities/${row.id}`,
  title: row.job_title,
  note: row.recruiter_name,
  status: opportunityStatusWords(row.opportunity_status),
  date: row.email_received_at,
  ago: formatRelative(row.email_received_at),
});
