import { Empty } from "@/components/ui/empty.tsx";
import { formatWhen } from "@/components/ui/format.ts";
import { listChecksIcon } from "@/components/ui/icons.ts";
import { listOf } from "@/components/ui/list-address.ts";
import { ListPage } from "@/components/ui/list-page.tsx";
import { namedRow } from "@/components/ui/named-row.tsx";
import { ViewChips } from "@/components/ui/view-chips.tsx";
import { today } from "@/lib/dates.ts";
import { followUpKind } from "@/lib/follow-ups/kind.ts";
import type { FollowUpTableRow, searchFollowUps } from "@/lib/follow-ups/queries.ts";
import { type FollowUpFilter, followUpSorting } from "@/lib/follow-ups/schema.ts";
import { dueDay } from "@/lib/follow-ups/values.ts";
import { subjectHref } from "./ask.ts";
import { dueIso } from "./due-words.ts";
import { type FollowUpListRow, FollowUpsTable } from "./follow-ups-table.tsx";
import { NextStepButton } from "./next-step-button.tsx";
import { snoozeDays } from "./snooze-days.ts";

const list = listOf(followUpKind, followUpSorting);

type Props = {
  filter: FollowUpFilter;
  found: Awaited<ReturnType<typeof searchFollowUps>>;
  counts: { all: number; open: number };
  zone: string;
};

/** The list of follow-ups, or what is shown where there are none. */
export function FollowUpList({ filter, found, counts, zone }: Props) {
  const views = [
    { show: "open", label: "Open", count: counts.open },
    { show: "all", label: "All", count: counts.all },
  ];
  const day = today(zone);
  return (
    <ListPage
      kind={followUpKind}
      sorting={followUpSorting}
      filter={filter}
      total={found.total}
      all={counts.all}
      rows={found.rows.map((row) => listRow(row, day, zone, found.words))}
      table={FollowUpsTable}
      empty={<NoFollowUps filter={filter} />}
    >
      {counts.all > 0 && <ViewChips list={list} filter={filter} views={views} />}
    </ListPage>
  );
}

// Only what the table shows, since the browser is sent it as data too.
function listRow(
  row: FollowUpTableRow,
  day: string,
  zone: string,
  terms: string[],
): FollowUpListRow {
  const due = dueIso(row, zone);
  const isOpen = row.state === "open";
  const href = subjectHref(row);
  return {
    ...namedRow(row, row.what, terms),
    about: href ? [href, row.subject_name || "Unnamed"] : undefined,
    due: [due, formatWhen(due)],
    overdue: isOpen && dueDay(row) < day,
    repeat_days: row.repeat_days,
    state: isOpen ? undefined : row.state === "done" ? "Done" : "Not worth it",
    snooze: isOpen ? snoozeDays(day, dueDay(row)) : undefined,
  };
}

function NoFollowUps({ filter: { q, show } }: { filter: FollowUpFilter }) {
  if (q) {
    return <Empty title={`No follow-up matches “${q}”`} others={[["/follow-ups", "Show all"]]} />;
  }
  if (show === "open") {
    return (
      <Empty
        icon={listChecksIcon}
        title="Nothing is open"
        others={[["/follow-ups", "Show all"]]}
        actions={<NextStepButton label="Follow up" />}
      />
    );
  }
  return (
    <Empty
      icon={listChecksIcon}
      title="Nothing to follow up"
      actions={<NextStepButton label="Follow up" />}
    >
      Press f anywhere, and say what to do and when: “in 3 days”, “next Tuesday”, “15 Dec 9:30”.
    </Empty>
  );
}
