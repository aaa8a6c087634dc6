"use client";

import { Highlight, type HighlightedText, plainText, RowName } from "@/components/ui/highlight.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { briefcaseBusinessIcon } from "@/components/ui/icons.ts";
import { type Column, ListTable, type ListTableProps } from "@/components/ui/table.tsx";
import { RelativeTime } from "@/components/ui/time.tsx";
import type { TextPart } from "@/lib/search/snippet.ts";
import { OpportunityStatusMenu } from "./status-menu.tsx";

export type OpportunityListRow = {
  id: number;
  name: HighlightedText;
  /** a line of what it says, where its name alone does not show why it was found */
  excerpt?: TextPart[];
  /** whether it was turned into a posting */
  turned: boolean;
  recruiter: HighlightedText;
  status: string;
  place: string;
  /** with the reader's offset, and how long ago that is */
  received: [at: string, ago: string];
};

const columns: Column<OpportunityListRow>[] = [
  {
    key: "job_title",
    label: "Title",
    size: "grow",
    phone: "title",
    sortable: true,
    cell: ({ name, excerpt, turned }) => (
      <>
        <RowName {...{ name, excerpt }} />
        {turned && (
          <span className="turned" title="Turned into a posting">
            <Icon of={briefcaseBusinessIcon} />
            <span className="sr-only">, turned into a posting</span>
          </span>
        )}
      </>
    ),
  },
  {
    key: "recruiter_name",
    label: "Recruiter",
    size: "grow",
    sortable: true,
    cell: ({ recruiter }) => <Highlight text={recruiter} />,
  },
  {
    key: "opportunity_status",
    label: "Status",
    size: "l",
    phone: "mark",
    sortable: true,
    cell: ({ id, status, name }) => (
      <OpportunityStatusMenu id={id} status={status} of={plainText(name)} />
    ),
  },
  { key: "place", label: "Place", size: "l", cell: ({ place }) => place },
  {
    key: "email_received_at",
    label: "Received",
    size: "s",
    align: "end",
    sortable: true,
    cell: ({ received: [at, ago] }) => <RelativeTime iso={at} words={ago} />,
  },
];

/** One page of opportunities. */
export function OpportunitiesTable(props: ListTableProps<OpportunityListRow>) {
  return <ListTable label="Opportunities" columns={columns} {...props} />;
}
