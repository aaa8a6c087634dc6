"use client";

import { PastMark } from "@/components/companies/past-mark.tsx";
import { nextStepColumn } from "@/components/records/next-step-column.tsx";
import { statusColumn } from "@/components/records/status-menu.tsx";
import { tagsColumn } from "@/components/tags/tag-chips.tsx";
import { Highlight, type HighlightedText, plainText, RowName } from "@/components/ui/highlight.tsx";
import { type NamedRow, nameColumn } from "@/components/ui/named-row.tsx";
import { type Column, columnsOf, ListTable, type ListTableProps } from "@/components/ui/table.tsx";
import { type DayText, dayCell } from "@/components/ui/time.tsx";
import { Waiting } from "@/components/ui/waiting.tsx";
import type { Past } from "@/lib/companies/values.ts";
import { postingColumns } from "@/lib/postings/values.ts";
import type { Tag } from "@/lib/tags/values.ts";
import type { DaysWaiting } from "@/lib/today/days-waiting.ts";

export type PostingListRow = NamedRow & {
  tags?: readonly Tag[];
  title: HighlightedText;
  /** what other openings of its company came to */
  past?: Past | undefined;
  status: string;
  fresh: boolean;
  // What no shown column needs is not there.
  stage?: string;
  place?: string;
  pay?: string;
  site?: string;
  employment?: string;
  next_step?: string;
  /** without an answer yet */
  waiting?: DaysWaiting | null;
  /** the last day for an application */
  deadline?: DayText | null;
  applied?: DayText | null;
};

// Every application begins so: in a row of two lines only what came after it is worth the room.
const stageCell = ({ stage }: PostingListRow) =>
  stage === "Application" ? <span className="wide-only">{stage}</span> : stage;

const columns: Column<PostingListRow>[] = [
  {
    ...nameColumn("company_name", "Company"),
    cell: ({ name, excerpt, past }) => (
      <RowName {...{ name, excerpt }} mark={past && <PastMark past={past} />} />
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
  {
    key: "waiting",
    label: "Waiting",
    phone: "fact",
    align: "end",
    sortable: true,
    cell: ({ waiting }) => waiting && <Waiting {...waiting} />,
  },
  nextStepColumn(),
  tagsColumn("most"),
  { key: "place", label: "Place", spare: true, sortable: true, cell: ({ place }) => place },
  { key: "pay", label: "Pay", sortable: true, cell: ({ pay }) => pay },
  {
    key: "applied_at",
    label: "Applied",
    phone: "end",
    align: "end",
    sortable: true,
    cell: ({ applied }) => dayCell(applied),
  },
  { key: "stage", label: "Stage", spare: true, sortable: true, cell: stageCell },
  { key: "site", label: "Site", spare: true, sortable: true, cell: ({ site }) => site },
  {
    key: "deadline",
    label: "Deadline",
    phone: "fact",
    align: "end",
    sortable: true,
    cell: ({ deadline }) => dayCell(deadline),
  },
  {
    key: "employment",
    label: "Employment",
    spare: true,
    sortable: true,
    cell: ({ employment }) => employment,
  },
];

const names = ["company_name", "posting_title"];

const nameOf = ({ name, title }: PostingListRow) =>
  [name, title].map(plainText).filter(Boolean).join(", ");

/** One page of postings. */
export function PostingsTable(props: ListTableProps<PostingListRow>) {
  const shown = columnsOf(columns, names, props.look?.columns ?? postingColumns.usual);
  return <ListTable label="Postings" columns={shown} selectName={nameOf} {...props} />;
}
