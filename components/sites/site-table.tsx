"use client";

import { LinkButton } from "@/components/ui/button.tsx";
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
  /** with the reader's offset, and how long ago that is */
  visited: [at: string, ago: string];
  site_url: string;
};

const columns: Column<SiteListRow>[] = [
  nameColumn("site_name", "Name"),
  {
    key: "rating",
    label: "Rating",
    size: "s",
    phone: "mark",
    sortable: true,
    cell: ({ rating }) => <Rating value={rating} />,
  },
  {
    key: "posting_count",
    label: "Postings",
    size: "m",
    align: "end",
    sortable: true,
    cell: ({ postings }) => (
      <>
        {postings}
        <span className="min-[720px]:hidden">{postings === 1 ? " posting" : " postings"}</span>
      </>
    ),
  },
  {
    key: "last_visited_at",
    label: "Last visit",
    size: "s",
    sortable: true,
    cell: ({ visited: [at, ago] }) => (
      <>
        <span className="min-[720px]:hidden">looked </span>
        <DateText iso={at} words={ago} />
      </>
    ),
  },
  {
    key: "site_url",
    label: "Address",
    size: "l",
    cell: ({ id, site_url }) => <SiteLink id={id} url={site_url} brief />,
  },
  {
    key: "add",
    label: "Add",
    phone: "hide",
    align: "end",
    cell: ({ id, name }) => (
      <LinkButton href={`/postings/new?site=${id}`} size="s">
        <Icon of={plusIcon} /> Posting
        <span className="sr-only"> to {plainText(name)}</span>
      </LinkButton>
    ),
  },
];

/** One page of sites, each with the number of its postings and the way out to it. */
export function SiteTable(props: ListTableProps<SiteListRow>) {
  return <ListTable label="Sites" columns={columns} {...props} />;
}
