"use client";

import { Highlight, type HighlightedText, plainText, RowName } from "@/components/ui/highlight.tsx";
import { type Column, ListTable, type ListTableProps } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import type { TextPart } from "@/lib/search/snippet.ts";
import { PostingStatusMenu } from "./status-menu.tsx";

export type PostingListRow = {
  id: number;
  name: HighlightedText;
  title: HighlightedText;
  /** a line of what it says, where its name alone does not show why it was found */
  excerpt?: TextPart[];
  status: string;
  stage: string;
  place: string;
  pay: string;
  /** with the reader's offset */
  applied_at: string | null;
};

const columns: Column<PostingListRow>[] = [
  {
    key: "company_name",
    label: "Company",
    phone: "title",
    sortable: true,
    cell: ({ name, excerpt }) => <RowName {...{ name, excerpt }} />,
  },
  {
    key: "posting_title",
    label: "Title",
    sortable: true,
    cell: ({ title }) => <Highlight text={title} />,
  },
  {
    key: "posting_status",
    label: "Status",
    phone: "mark",
    sortable: true,
    cell: ({ id, status, name }) => (
      <PostingStatusMenu id={id} status={status} of={plainText(name)} />
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

/** One page of postings. */
export function PostingsTable(props: ListTableProps<PostingListRow>) {
  return (
    <div className="postings-list">
      <ListTable label="Postings" columns={columns} {...props} />
    </div>
  );
}
