import { formatDate } from "@/components/ui/format.ts";
import type { Column } from "@/components/ui/table.tsx";
import type { ApplicationRow } from "@/lib/reports/insights/applied.ts";
import { PostingStatus } from "../../postings/posting-status.tsx";

/** The documented report's columns, and the site. */
export const appliedColumns: Column<ApplicationRow>[] = [
  {
    key: "company_name",
    label: "Company",
    cell: (row) => row.company_name || "No company",
    phone: "title",
    sortable: true,
  },
  {
    key: "posting_title",
    label: "Title",
    size: "grow",
    cell: (row) => row.posting_title,
    sortable: true,
  },
  {
    key: "posting_status",
    label: "Status",
    size: "l",
    cell: (row) => <PostingStatus status={row.posting_status} />,
    phone: "mark",
    sortable: true,
  },
  {
    key: "applied_at",
    label: "Applied",
    cell: (row) => (row.applied_at ? formatDate(row.applied_at) : "Not yet"),
    sortable: true,
  },
  {
    key: "rejected_after_stage",
    label: "Stage",
    cell: (row) => row.rejected_after_stage,
    phone: "hide",
    sortable: true,
  },
  { key: "site_name", label: "Site", cell: (row) => row.site_name, phone: "hide", sortable: true },
];
