"use client";

import { Icon } from "@/components/ui/icon.tsx";
import { briefcaseBusinessIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { FoundName, plainName } from "@/components/ui/marked.tsx";
import type { Named } from "@/components/ui/named.ts";
import { type Column, DataTable } from "@/components/ui/table.tsx";
import { RelativeTime } from "@/components/ui/time.tsx";
import type { OpportunityFilter } from "@/lib/opportunities/schema.ts";
import type { TextPart } from "@/lib/search/snippet.ts";
import { listAddress } from "./address.ts";
import { OpportunityStatusMenu } from "./status-menu.tsx";

export type ListedOpportunity = {
  id: number;
  name: Named;
  /** a line of what it says, where its name alone does not show why it was found */
  line?: TextPart[];
  /** whether it was turned into a posting */
  turned: boolean;
  recruiter: Named;
  status: string;
  place: string;
  /** with the reader's offset, and how long ago that is */
  received: [at: string, ago: string];
};

const columns: Column<ListedOpportunity>[] = [
  {
    key: "job_title",
    label: "Title",
    size: "grow",
    phone: "title",
    sortable: true,
    cell: ({ name, line, turned }) => (
      <>
        <FoundName name={name} line={line} />
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
    cell: ({ recruiter }) => <FoundName name={recruiter} />,
  },
  {
    key: "opportunity_status",
    label: "Status",
    size: "l",
    phone: "mark",
    sortable: true,
    cell: ({ id, status, name }) => (
      <>
        <OpportunityStatusMenu id={id} status={status} of={plainName(name)} />
        {/* For the key that edits the marked row. */}
        <Link href={`/opportunities/${id}/edit`} hidden data-edit-link>
          Edit
        </Link>
      </>
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

type Props = { rows: ListedOpportunity[]; filter: OpportunityFilter; direction: "asc" | "desc" };

/** One page of opportunities, sorted by the address. */
export function OpportunitiesTable({ rows, filter, direction }: Props) {
  return (
    <DataTable
      label="Opportunities"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => `/opportunities/${row.id}`}
      sorting={{
        by: filter.sort,
        descending: direction === "desc",
        href: (by, descending) =>
          listAddress(filter, {
            sort: by as OpportunityFilter["sort"],
            dir: descending ? "desc" : "asc",
          }),
      }}
    />
  );
}
