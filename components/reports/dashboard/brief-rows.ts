import { postingTitle } from "@/components/postings/posting-labels.ts";
import type { dashboard } from "@/lib/reports/dashboard/queries.ts";
import { formatRelative } from "../../ui/format.ts";
import type { BriefRow } from "./brief-list.tsx";

type Dashboard = Awaited<ReturnType<typeof dashboard>>;

/** An active posting, as the dashboard lists it. */
export const briefPosting = (row: Dashboard["postings"]["rows"][number]): BriefRow => ({
  href: `/postings/${row.id}`,
  title: postingTitle(row),
  note: row.company_name && row.posting_title,
  status: { of: "posting", text: row.posting_status },
  date: row.applied_at,
});

/** An open opportunity, as the dashboard lists it. */
export const briefOpportunity = (row: Dashboard["opportunities"]["rows"][number]): BriefRow => ({
  href: `/opportunities/${row.id}`,
  title: row.job_title,
  note: row.recruiter_name,
  status: { of: "opportunity", text: row.opportunity_status },
  date: row.email_received_at,
  ago: formatRelative(row.email_received_at),
});
