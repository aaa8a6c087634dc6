"use client";

import { PastMark } from "@/components/companies/past-mark.tsx";
import { statusColumn } from "@/components/records/status-menu.tsx";
import { Highlight, type HighlightedText, plainText, RowName } from "@/components/ui/highlight.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { briefcaseBusinessIcon } from "@/components/ui/icons.ts";
import { type NamedRow, nameColumn } from "@/components/ui/named-row.tsx";
import { type Column, ListTable, type ListTableProps } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { Waiting } from "@/components/ui/waiting.tsx";
import type { Past } from "@/lib/companies/values.ts";
import type { DaysWaiting } from "@/lib/today/days-waiting.ts";

export type OpportunityListRow = NamedRow & {
  /** whether it was turned into a posting */
  turned: boolean;
  recruiter: HighlightedText;
  /** what other openings of the recruiter's company came to */
  past?: Past | undefined;
  status: string;
  place: string;
  /** since the last thing that happened, where something is to happen */
  waiting: DaysWaiting | null;
  /** with the reader's offset, and how long ago that is */
  received: [at: string, ago: string];
};

const columns: Column<OpportunityListRow>[] = [
  {
    ...nameColumn("job_title", "Title"),
    cell: ({ name, excerpt, turned }) => (
      <>
        <RowName {...{ name, excerpt }} />
        {turned && (
          <span className="turned" title="In your postings">
            <Icon of={briefcaseBusinessIcon} />
            <span className="sr-only">, in your postings</span>
          </span>
        )}
      </>
    ),
  },
  {
    key: "recruiter_name",
    label: "Recruiter",
    sortable: true,
    cell: ({ recruiter, past }) =>
      recruiter && (
        <>
          <Highlight text={recruiter} />
          <PastMark past={past} />
        </>
      ),
  },
  statusColumn("email_opportunity", "opportunity_status"),
  { key: "place", label: "Place", cell: ({ place }) => place },
  {
    key: "waiting",
    label: "Waiting",
    phone: "fact",
    align: "end",
    cell: ({ waiting }) => waiting && <Waiting {...waiting} />,
  },
  {
    key: "email_received_at",
    label: "Received",
    phone: "end",
    align: "end",
    sortable: true,
    cell: ({ received: [at, ago] }) => <DateText iso={at} words={ago} />,
  },
];

const nameOf = ({ name, recruiter }: OpportunityListRow) =>
  [name, recruiter].map(plainText).filter(Boolean).join(", ");

/** One page of opportunities. */
export function OpportunitiesTable(props: ListTableProps<OpportunityListRow>) {
  return <ListTable label="Opportunities" columns={columns} selectName={nameOf} {...props} />;
}
