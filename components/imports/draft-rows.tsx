import { PostingStatus } from "@/components/postings/posting-status.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { type Column, DataTable } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatInstant } from "@/lib/dates.ts";
import type { Verdict } from "@/lib/imports/plan/draft.ts";
import type { DraftRow } from "@/lib/imports/queries.ts";

const nothing: Record<Verdict, string> = {
  new: "No new rows",
  attention: "No row needs your attention",
  duplicate: "No duplicates",
  skipped: "Every row is an application",
};

type Props = { rows: DraftRow[]; verdict: Verdict; zone: string };

/** What would be made of each row of one kind, with the reason where there is one. */
export function DraftRows({ rows, verdict, zone }: Props) {
  if (rows.length === 0) return <Empty title={nothing[verdict]} />;
  return (
    <DataTable
      label="Rows of the file"
      rows={rows}
      rowKey={(row) => row.row_number}
      columns={verdict === "skipped" ? skippedColumns : columns(zone, verdict)}
    />
  );
}

const number: Column<DraftRow> = {
  key: "row",
  label: "Row",
  phone: "fact",
  whole: true,
  cell: ({ row_number }) => <span className="dim">{row_number}</span>,
};

const reason: Column<DraftRow> = {
  key: "reason",
  label: "Why",
  phone: "note",
  grow: true,
  cell: (row) => <span className="import-reason">{row.reason}</span>,
};

const columns = (zone: string, verdict: Verdict): Column<DraftRow>[] => [
  number,
  {
    key: "company",
    label: "Company",
    phone: "title",
    cell: ({ posting }) => posting?.company_name || "–",
  },
  {
    key: "title",
    label: "Title",
    phone: "note",
    cell: ({ posting }) => posting?.posting_title,
  },
  {
    key: "status",
    label: "Status",
    phone: "mark",
    cell: ({ posting }) => (
      <PostingStatus status={posting?.posting_status ?? ""} applied_at={posting?.applied_at} />
    ),
  },
  ...(verdict === "new" ? [] : [reason]),
  { key: "site", label: "Site", cell: ({ site_name }) => site_name },
  {
    key: "applied",
    label: "Applied",
    phone: "end",
    align: "end",
    cell: ({ posting }) =>
      posting?.applied_at ? <DateText iso={formatInstant(posting.applied_at, zone)} /> : "–",
  },
];

const skippedColumns: Column<DraftRow>[] = [
  number,
  {
    key: "cells",
    label: "What it says",
    phone: "title",
    cell: ({ cells }) => (
      <span className="import-cells">{cells.filter(Boolean).join(" · ") || "An empty row"}</span>
    ),
  },
  reason,
];
