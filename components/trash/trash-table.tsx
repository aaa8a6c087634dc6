import { Button } from "@/components/ui/button.tsx";
import { ButtonForm } from "@/components/ui/button-form.tsx";
import { Confirm } from "@/components/ui/dialog.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { formatNumber, pluralize } from "@/components/ui/format.ts";
import { HiddenFields } from "@/components/ui/hidden-fields.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import {
  briefcaseBusinessIcon,
  buildingIcon,
  globeIcon,
  type IconShape,
  listChecksIcon,
  mailIcon,
  trashIcon,
  usersIcon,
  videoIcon,
} from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { SubmitButton } from "@/components/ui/submit-button.tsx";
import { type Column, DataTable } from "@/components/ui/table.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { formatInstant } from "@/lib/dates.ts";
import { type KindName, kindOf } from "@/lib/kinds.ts";
import { emptyWholeTrash, purgeItem, restoreItem } from "@/lib/trash/actions.ts";
import type { TrashCounts, TrashRow } from "@/lib/trash/queries.ts";

const icons: Record<KindName, IconShape> = {
  job_site: globeIcon,
  job_posting: briefcaseBusinessIcon,
  email_opportunity: mailIcon,
  contact: usersIcon,
  interview: videoIcon,
  follow_up: listChecksIcon,
  company: buildingIcon,
};

const labelOf = (row: TrashRow) => kindOf(row.kind).label.one;

const nameOf = (row: TrashRow) => row.name || row.detail || `Unnamed ${labelOf(row).toLowerCase()}`;

function Name({ row }: { row: TrashRow }) {
  return (
    <span className="trash-name">
      <Icon of={icons[row.kind]} />
      <span className="sr-only">{labelOf(row)}: </span>
      {nameOf(row)}
    </span>
  );
}

function Detail({ row }: { row: TrashRow }) {
  if (row.posting_count > 0) {
    return (
      <Link href={`/trash?site=${row.id}`} className="link">
        with {pluralize(row.posting_count, "posting")}
      </Link>
    );
  }
  // Of a follow-up it is the day that it was due.
  if (row.kind === "follow_up") return <DateText iso={row.detail} />;
  return row.name && row.detail;
}

const daysWords = (days: number) => (days === 1 ? "1 day left" : `${days} days left`);

const columns = (zone: string): Column<TrashRow>[] => [
  { key: "name", label: "Name", phone: "title", cell: (row) => <Name row={row} /> },
  { key: "detail", label: "What", cell: (row) => <Detail row={row} /> },
  {
    key: "deleted_at",
    label: "Deleted",
    whole: true,
    cell: (row) => <DateText iso={formatInstant(row.deleted_at, zone)} />,
  },
  { key: "days_left", label: "Kept for", phone: "end", cell: (row) => daysWords(row.days_left) },
  {
    key: "act",
    label: "Restore",
    phone: "mark",
    cell: (row) => <RowActions row={row} />,
  },
];

function RowActions({ row }: { row: TrashRow }) {
  const which = <HiddenFields values={{ kind: row.kind, id: String(row.id) }} />;
  return (
    <span className="trash-acts">
      <ButtonForm action={restoreItem}>
        {which}
        <SubmitButton size="s" title={row.restores_site ? "Its site comes back too" : undefined}>
          Restore<span className="sr-only"> {nameOf(row)}</span>
        </SubmitButton>
      </ButtonForm>
      <ButtonForm action={purgeItem}>
        {which}
        <SubmitButton
          size="s"
          variant="quiet"
          icon
          aria-label={`Delete for good: ${nameOf(row)}`}
          title="Delete for good"
        >
          <Icon of={trashIcon} />
        </SubmitButton>
      </ButtonForm>
    </span>
  );
}

/** The rows in the trash, each with buttons to restore it or delete it for good. */
export function TrashTable({ rows, zone }: { rows: TrashRow[]; zone: string }) {
  return (
    <DataTable
      label="Trash"
      columns={columns(zone)}
      rows={rows}
      rowKey={(row) => `${row.kind}-${row.id}`}
    />
  );
}

/** Empty state of the trash. */
export function TrashEmptyState() {
  return (
    <Empty icon={trashIcon} title="The trash is empty" others={[["/dashboard", "Go to Today"]]}>
      When you delete a site, a posting, an opportunity or a contact, it waits here for 30 days in
      case you want it back.
    </Empty>
  );
}

/** Empties the trash, after asking: nothing brings it back. */
export function EmptyTrash({ counts }: { counts: TrashCounts }) {
  return (
    <Confirm label="Empty the trash" title="Empty the trash?">
      <p>{listOf(counts)} will be deleted for good, with all comments. Nothing brings them back.</p>
      <div className="trash-confirm">
        {/* The platform's own way to close a dialog. */}
        <form method="dialog">
          <Button type="submit">Cancel</Button>
        </form>
        <ButtonForm action={emptyWholeTrash}>
          <SubmitButton variant="danger">Delete it all for good</SubmitButton>
        </ButtonForm>
      </div>
    </Confirm>
  );
}

/** "3 sites, 165 postings and 1 opportunity". */
function listOf(counts: TrashCounts): string {
  const parts = counts.map(({ kind, rows }) => {
    const { one, many } = kindOf(kind).label;
    return `${formatNumber(rows)} ${(rows === 1 ? one : many).toLowerCase()}`;
  });
  const last = parts.pop() ?? "Nothing";
  return parts.length > 0 ? `${parts.join(", ")} and ${last}` : last;
}
