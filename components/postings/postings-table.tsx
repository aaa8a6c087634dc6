import { Link } from "@/components/ui/link.tsx";
import { FoundName } from "@/components/ui/marked.tsx";
import { type Column, DataTable } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatInstant } from "@/lib/dates.ts";
import type { PostingTableRow } from "@/lib/postings/queries.ts";
import type { PostingFilter } from "@/lib/postings/schema.ts";
import { listAddress } from "./address.ts";
import { titleOf } from "./posting-words.ts";
import { StatusMenu } from "./status-menu.tsx";

type Props = {
  rows: PostingTableRow[];
  filter: PostingFilter;
  direction: "asc" | "desc";
  zone: string;
  /** what the list was searched for */
  words: string[];
};

const columns = (zone: string, words: string[]): Column<PostingTableRow>[] => [
  {
    key: "company_name",
    label: "Company",
    phone: "title",
    sortable: true,
    cell: (row) => <FoundName text={titleOf(row)} words={words} line={row.excerpt} />,
  },
  {
    key: "posting_title",
    label: "Title",
    sortable: true,
    cell: (row) => row.company_name && <FoundName text={row.posting_title} words={words} />,
  },
  {
    key: "posting_status",
    label: "Status",
    phone: "mark",
    sortable: true,
    cell: (row) => (
      <>
        <StatusMenu id={row.id} status={row.posting_status} of={titleOf(row)} />
        {/* For the key that edits the marked row. */}
        <Link href={`/postings/${row.id}/edit`} hidden data-edit-link>
          Edit
        </Link>
      </>
    ),
  },
  { key: "stage", label: "Stage", phone: "hide", cell: (row) => stageOf(row) },
  { key: "place", label: "Place", cell: (row) => row.location_type || row.location_city },
  { key: "pay", label: "Pay", phone: "hide", align: "end", cell: (row) => row.pay_range || "–" },
  {
    key: "applied_at",
    label: "Applied",
    align: "end",
    sortable: true,
    cell: (row) => (row.applied_at ? <DateText iso={formatInstant(row.applied_at, zone)} /> : "–"),
  },
];

// The column is narrow, and what is cut off of it would say nothing new.
const stageOf = ({ rejected_after_stage: stage }: PostingTableRow) =>
  stage === "Application Submission" ? "Application" : stage || "–";

/** One page of postings, sorted by the address. */
export function PostingsTable({ rows, filter, direction, zone, words }: Props) {
  return (
    <div className="postings-list">
      <DataTable
        label="Postings"
        columns={columns(zone, words)}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/postings/${row.id}`}
        sorting={{
          by: filter.sort,
          descending: direction === "desc",
          href: (by, descending) =>
            listAddress(filter, {
              sort: by as PostingFilter["sort"],
              dir: descending ? "desc" : "asc",
            }),
        }}
      />
    </div>
  );
}
