"use client";

import { PastMark } from "@/components/companies/past-mark.tsx";
import { nextStepColumn } from "@/components/records/next-step-column.tsx";
import { statusColumn } from "@/components/records/status-menu.tsx";
import { tagsColumn } from "@/components/tags/tag-chips.tsx";
import { Highlight, type HighlightedText, plainText, RowName } from "@/components/ui/highlight.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { briefcaseBusinessIcon } from "@/components/ui/icons.ts";
import { type NamedRow, nameColumn } from "@/components/ui/named-row.tsx";
import { type Column, columnsOf, ListTable, type ListTableProps } from "@/components/ui/table.tsx";
import { type DayText, dayCell } from "@/components/ui/time.tsx";
import { Waiting } from "@/components/ui/waiting.tsx";
import type { Past } from "@/lib/companies/values.ts";
import { opportunityColumns } from "@/lib/opportunities/values.ts";
import type { Tag } from "@/lib/tags/values.ts";
import type { DaysWaiting } from "@/lib/today/days-waiting.ts";

export type OpportunityListRow = NamedRow & {
  tags?: readonly Tag[];
  /** whether it was turned into a posting */
  turned: boolean;
  recruiter: HighlightedText;
  /** what other openings of the recruiter's company came to */
  past?: Past | undefined;
  status: string;
  // What no shown column needs is not there.
  place?: string;
  employment?: string;
  next_step?: string;
  /** since the last thing that happened, where something is to happen */
  waiting?: DaysWaiting | null;
  /** the last day to answer */
  deadline?: DayText | null;
  received?: DayText | null;
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
  { key: "place", label: "Place", sortable: true, cell: ({ place }) => place },
  {
    key: "email_received_at",
    label: "Received",
    phone: "end",
    align: "end",
    sortable: true,
    cell: ({ received }) => dayCell(received),
  },
  {
    key: "deadline",
    label: "Answer by",
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

const names = ["job_title"];

const nameOf = ({ name, recruiter }: OpportunityListRow) =>
  [name, recruiter].map(plainText).filter(Boolean).join(", ");

/** One page of opportunities. */
export function OpportunitiesTable(props: ListTableProps<OpportunityListRow>) {
  const shown = columnsOf(columns, names, props.look?.columns ?? opportunityColumns.usual);
  return <ListTable label="Opportunities" columns={shown} selectName={nameOf} {...props} />;
}
