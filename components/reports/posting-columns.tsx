import { formatDate } from "@/components/ui/format.ts";
import type { Column } from "@/components/ui/table.tsx";
import { valueWords } from "@/lib/records/value-words.ts";
import type { ApplicationRow } from "@/lib/reports/insights/applied.ts";
import type { PipelinePostingRow } from "@/lib/reports/insights/pipeline-postings.ts";
import { PostingStatus } from "../postings/posting-status.tsx";

const nameColumns: Column<{ company_name: string; posting_title: string }>[] = [
  {
    key: "company_name",
    label: "Company",
    cell: (row) => row.company_name || "No company",
    phone: "title",
  },
  { key: "posting_title", label: "Title", grow: true, cell: (row) => row.posting_title },
];

/** The documented report's columns, and the site. */
export const appliedColumns: Column<ApplicationRow>[] = [
  ...nameColumns,
  {
    key: "posting_status",
    label: "Status",
    cell: (row) => <PostingStatus status={row.posting_status} applied_at={row.applied_at} />,
    phone: "mark",
  },
  {
    key: "applied_at",
    label: "Applied",
    phone: "end",
    cell: (row) => (row.applied_at ? formatDate(row.applied_at) : "Not yet"),
  },
  {
    key: "rejected_after_stage",
    label: "Stage",
    cell: (row) => valueWords(row.rejected_after_stage),
    spare: true,
  },
  { key: "site_name", label: "Site", cell: (row) => row.site_name },
];

/** The postings as they stood, and as they stand now. */
export const standingColumns: Column<PipelinePostingRow>[] = [
  ...nameColumns,
  {
    key: "status_then",
    label: "Status then",
    cell: (row) => <PostingStatus status={row.status_then} />,
    phone: "mark",
  },
  {
    key: "since",
    label: "Since",
    whole: true,
    phone: "fact",
    cell: (row) => formatDate(row.since),
  },
  {
    key: "status_now",
    label: "Status now",
    cell: (row) => <PostingStatus status={row.status_now} />,
    phone: "fact",
    whole: true,
    sortable: false,
  },
];
