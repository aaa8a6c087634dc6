"use client";

import { Link } from "@/components/ui/link.tsx";
import { FoundName, plainName } from "@/components/ui/marked.tsx";
import type { Named } from "@/components/ui/named.ts";
import { type Column, DataTable } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import type { PostingFilter } from "@/lib/postings/schema.ts";
import type { TextPart } from "@/lib/search/snippet.ts";
import { listAddress } from "./address.ts";
import { StatusMenu } from "./status-menu.tsx";

export type ListedPosting = {
  id: number;
  name: Named;
  title: Named;
  /** a line of what it says, where its name alone does not show why it was found */
  line?: TextPart[];
  status: string;
  stage: string;
  place: string;
  pay: string;
  /** with the reader's offset */
  applied_at: string | null;
};

const columns: Column<ListedPosting>[] = [
  {
    key: "company_name",
    label: "Company",
    phone: "title",
    sortable: true,
    cell: ({ name, line }) => <FoundName name={name} line={line} />,
  },
  {
    key: "posting_title",
    label: "Title",
    sortable: true,
    cell: ({ title }) => <FoundName name={title} />,
  },
  {
    key: "posting_status",
    label: "Status",
    phone: "mark",
    sortable: true,
    cell: ({ id, status, name }) => (
      <>
        <StatusMenu id={id} status={status} of={plainName(name)} />
        {/* For the key that edits the marked row. */}
        <Link href={`/postings/${id}/edit`} hidden data-edit-link>
          Edit
        </Link>
      </>
    ),
  },
  { key: "stage", label: "Stage", phone: "hide", cell: ({ stage }) => stage },
  { key: "place", label: "Place", cell: ({ place }) => place },
  { key: "pay", label: "Pay", phone: "hide", align: "end", cell: ({ pay }) => pay || "–" },
  {
    key: "applied_at",
    label: "Applied",
    align: "end",
    sortable: true,
    cell: ({ applied_at }) => (applied_at ? <DateText iso={applied_at} /> : "–"),
  },
];

type Props = { rows: ListedPosting[]; filter: PostingFilter; direction: "asc" | "desc" };

/** One page of postings, sorted by the address. */
export function PostingsTable({ rows, filter, direction }: Props) {
  return (
    <div className="postings-list">
      <DataTable
        label="Postings"
        columns={columns}
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
