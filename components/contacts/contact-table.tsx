"use client";

import { tagsColumn } from "@/components/tags/tag-chips.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { Highlight, type HighlightedText } from "@/components/ui/highlight.tsx";
import { type NamedRow, nameColumn } from "@/components/ui/named-row.tsx";
import { type Column, ListTable, type ListTableProps } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import type { Tag } from "@/lib/tags/values.ts";

export type ContactListRow = NamedRow & {
  tags: readonly Tag[];
  company: HighlightedText;
  kind: string;
  /** with the reader's offset, and how long ago that is; null where nobody noted it */
  spoken: [at: string, ago: string] | null;
  openings: number;
};

const columns: Column<ContactListRow>[] = [
  nameColumn("name", "Name"),
  {
    key: "company",
    label: "Company",
    sortable: true,
    cell: ({ company }) => company && <Highlight text={company} />,
  },
  { key: "kind", label: "Kind", phone: "mark", cell: ({ kind }) => kind },
  tagsColumn(true, false),
  {
    key: "opening_count",
    label: "Openings",
    phone: "fact",
    align: "end",
    sortable: true,
    cell: ({ openings }) => formatNumber(openings),
  },
  {
    key: "last_contacted_at",
    label: "Last spoke",
    phone: "end",
    align: "end",
    sortable: true,
    cell: ({ spoken }) => spoken && <DateText iso={spoken[0]} words={spoken[1]} />,
  },
];

/** One page of contacts, each with the number of their postings and opportunities. */
export function ContactTable(props: ListTableProps<ContactListRow>) {
  return <ListTable label="Contacts" columns={columns} {...props} />;
}
