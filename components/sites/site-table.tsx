"use client";

import { LinkButton } from "@/components/ui/button.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { plainText } from "@/components/ui/highlight.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { plusIcon } from "@/components/ui/icons.ts";
import { type NamedRow, nameColumn } from "@/components/ui/named-row.tsx";
import { type Column, ListTable, type ListTableProps } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { Rating } from "./rating.tsx";
import { SiteLink } from "./site-link.tsx";

export type SiteListRow = NamedRow & {
  rating: number;
  postings: number;
  /** "3 of 12", or nothing where none was applied to */
  answered: string;
  /** with the reader's offset, and how long ago that is */
  visited: [at: string, ago: string];
  /** "Every 7 days", or nothing */
  again: string | number | null;
  site_url: string;
};

const columns: Column<SiteListRow>[] = [
  nameColumn("site_name", "Name"),
  {
    key: "rating",
    label: "Rating",
    phone: "mark",
    sortable: true,
    cell: ({ rating }) => <Rating value={rating} />,
  },
  {
    key: "posting_count",
    label: "Postings",
    phone: "fact",
    align: "end",
    sortable: true,
    cell: ({ postings }) => formatNumber(postings),
  },
  {
    key: "answered",
    label: "Answered",
    phone: "fact",
    align: "end",
    cell: ({ answered }) => answered,
  },
  {
    key: "last_visited_at",
    label: "Last visit",
    phone: "fact",
    whole: true,
    sortable: true,
    cell: ({ visited: [at, ago] }) => <DateText iso={at} words={ago} />,
  },
  {
    key: "again",
    label: "Look again",
    phone: "none",
    whole: true,
    spare: true,
    cell: ({ again }) => again,
  },
  {
    key: "site_url",
    label: "Address",
    whole: true,
    cell: ({ id, site_url }) => site_url && <SiteLink id={id} url={site_url} brief />,
  },
  {
    key: "add",
    label: "Add a posting",
    phone: "none",
    align: "end",
    cell: ({ id, name }) => (
      <LinkButton
        href={`/add?site=${id}`}
        size="s"
        variant="quiet"
        icon
        aria-label={`Add a posting to ${plainText(name)}`}
        title="Add a posting"
      >
        <Icon of={plusIcon} />
      </LinkButton>
    ),
  },
];

/** One page of sites, each with the number of its postings and the way out to it. */
export function SiteTable(props: ListTableProps<SiteListRow>) {
  return <ListTable label="Sites" columns={columns} {...props} />;
}
