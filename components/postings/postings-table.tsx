"use client";

import { PastMark } from "@/components/companies/past-mark.tsx";
import { statusColumn } from "@/components/records/status-menu.tsx";
import { Highlight, type HighlightedText, plainText, RowName } from "@/components/ui/highlight.tsx";
import { type NamedRow, nameColumn } from "@/components/ui/named-row.tsx";
import { type Column, ListTable, type ListTableProps } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { Waiting } from "@/components/ui/waiting.tsx";
import type { Past } from "@/lib/companies/values.ts";
import type { DaysWaiting } from "@/lib/today/days-waiting.ts";

export type PostingListRow = NamedRow & {
  title: HighlightedText;
  /** what other openings of its company came to */
  past?: Past | undefined;
  status: string;
  fresh: boolean;
  stage: string;
  place: string;
  pay: string;
  /** without an answer yet */
  waiting: DaysWaiting | null;
  /** with the reader's offset, and how long ago that is */
  applied: [at: string, ago: string] | null;
};

// Every application begins so: in a row of two lines only what came after it is worth the room.
const stageCell = ({ stage }: PostingListRow) =>
  stage === "Application" ? <span className="wide-only">{stage}</span> : stage;

const columns: Column<PostingListRow>[] = [
  {
    ...nameColumn("company_name", "Company"),
    cell: ({ name, excerpt, past }) => (
      <RowName {...{ name, excerpt }} mark={<PastMark past={past} />} />
    ),
  },
  {
    key: "posting_title",
    label: "Title",
    sortable: true,
    grow: true,
    ink: true,
    cell: ({ title }) => title && <Highlight text={title} />,
  },
  statusColumn("job_posting", "posting_status"),
  { key: "stage", label: "Stage", spare: true, cell: stageCell },
  { key: "place", label: "Place", spare: true, cell: ({ place }) => place },
  { key: "pay", label: "Pay", cell: ({ pay }) => pay },
  {
    key: "waiting",
    label: "Waiting",
    phone: "fact",
    align: "end",
    cell: ({ waiting }) => waiting && <Waiting {...waiting} />,
  },
  {
    key: "applied_at",
    label: "Applied",
    phone: "end",
    align: "end",
    sortable: true,
    cell: ({ applied }) => applied && <DateText iso={applied[0]} words={applied[1]} />,
  },
];

const nameOf = ({ name, title }: PostingListRow) =>
  [name, title].map(plainText).filter(Boolean).join(", ");

/** One page of postings. */
export function PostingsTable(props: ListTableProps<PostingListRow>) {
  return <ListTable label="Postings" columns={columns} selectName={nameOf} {...props} />;
}
