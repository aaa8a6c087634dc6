import { formatDate } from "@/components/ui/format.ts";
import type { Column } from "@/components/ui/table.tsx";
import type { PipelinePostingRow } from "@/lib/reports/insights/pipeline-postings.ts";
import { PostingStatus } from "../../postings/posting-status.tsx";

/** The postings as they stood, and as they stand now. */
export const standingColumns: Column<PipelinePostingRow>[] = [
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
    key: "status_then",
    label: "Status then",
    size: "l",
    cell: (row) => <PostingStatus status={row.status_then} />,
    phone: "mark",
    sortable: true,
  },
  { key: "since", label: "Since", size: "s", cell: (row) => formatDate(row.since), sortable: true },
  {
    key: "status_now",
    label: "Status now",
    size: "l",
    cell: (row) => <PostingStatus status={row.status_now} />,
    phone: "hide",
  },
];
