import { __iconData as briefcaseBusiness } from "lucide-react/icons/briefcase-business";
import { Icon } from "@/components/ui/icon.tsx";
import "./opportunities.css";
import { placeOf } from "@/components/postings/posting-words.ts";
import { Link } from "@/components/ui/link.tsx";
import { FoundName } from "@/components/ui/marked.tsx";
import { type Column, DataTable } from "@/components/ui/table.tsx";
import { RelativeTime } from "@/components/ui/time.tsx";
import { formatInstant } from "@/lib/dates.ts";
import type { OpportunityTableRow } from "@/lib/opportunities/queries.ts";
import type { OpportunityFilter } from "@/lib/opportunities/schema.ts";
import { listAddress } from "./address.ts";
import { opportunityTitle, recruiterOf } from "./opportunity-words.ts";
import { OpportunityStatusMenu } from "./status-menu.tsx";

const columns = (zone: string, words: string[]): Column<OpportunityTableRow>[] => [
  {
    key: "job_title",
    label: "Title",
    size: "grow",
    phone: "title",
    sortable: true,
    cell: (row) => (
      <>
        <FoundName text={opportunityTitle(row)} words={words} line={row.excerpt} />
        {row.job_posting_id && (
          <span className="turned" title="Turned into a posting">
            <Icon of={briefcaseBusiness} />
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
    cell: (row) => <FoundName text={recruiterOf(row)} words={words} />,
  },
  {
    key: "opportunity_status",
    label: "Status",
    size: "l",
    phone: "mark",
    sortable: true,
    cell: (row) => (
      <>
        <OpportunityStatusMenu
          id={row.id}
          status={row.opportunity_status}
          of={opportunityTitle(row)}
        />
        {/* For the key that edits the marked row. */}
        <Link href={`/opportunities/${row.id}/edit`} hidden data-edit-link>
          Edit
        </Link>
      </>
    ),
  },
  { key: "place", label: "Place", size: "l", cell: placeOf },
  {
    key: "email_received_at",
    label: "Received",
    size: "s",
    align: "end",
    sortable: true,
    cell: (row) => <RelativeTime iso={formatInstant(row.email_received_at, zone)} />,
  },
];

type Props = {
  rows: OpportunityTableRow[];
  filter: OpportunityFilter;
  direction: "asc" | "desc";
  zone: string;
  /** what the list was searched for */
  words: string[];
};

/** One page of opportunities, sorted by the address. */
export function OpportunitiesTable({ rows, filter, direction, zone, words }: Props) {
  return (
    <DataTable
      label="Opportunities"
      columns={columns(zone, words)}
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
