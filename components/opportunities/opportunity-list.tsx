import { Board } from "@/components/board/board.tsx";
import { BoardChoices } from "@/components/board/board-choices.tsx";
import { boardFacts } from "@/components/board/board-facts.ts";
import { LayoutSwitch } from "@/components/board/layout-switch.tsx";
import { Selection } from "@/components/bulk/selection.tsx";
import { snoozeDays } from "@/components/follow-ups/snooze-days.ts";
import { placeLabel } from "@/components/postings/posting-labels.ts";
import { Empty } from "@/components/ui/empty.tsx";
import { formatRelative } from "@/components/ui/format.ts";
import { highlight } from "@/components/ui/highlight.tsx";
import { mailIcon } from "@/components/ui/icons.ts";
import { listOf } from "@/components/ui/list-address.ts";
import { ListPage } from "@/components/ui/list-page.tsx";
import { namedRow } from "@/components/ui/named-row.tsx";
import { ViewChips } from "@/components/ui/view-chips.tsx";
import type { Board as BoardFound } from "@/lib/board/queries.ts";
import { formatMoment, today } from "@/lib/dates.ts";
import { opportunityKind } from "@/lib/opportunities/kind.ts";
import type { OpportunityTableRow, searchOpportunities } from "@/lib/opportunities/queries.ts";
import type { OpportunityFilter } from "@/lib/opportunities/schema.ts";
import { opportunitySorting, opportunityStatusWords } from "@/lib/opportunities/values.ts";
import { daysWaiting } from "@/lib/today/days-waiting.ts";
import type { QuietAfter } from "@/lib/today/quiet-after.ts";
import { OpportunitiesTable, type OpportunityListRow } from "./opportunities-table.tsx";
import { opportunityTitle, recruiterLabel } from "./opportunity-labels.ts";

const opportunityList = listOf(opportunityKind, opportunitySorting);

const groupings = [
  ["kind", "By kind"],
  ["status", "By status"],
] as const;

const orders = [
  ["wait", "Longest wait first"],
  ["newest", "Newest first"],
  ["name", "By recruiter"],
] as const;

type Props = {
  filter: OpportunityFilter;
  found: Awaited<ReturnType<typeof searchOpportunities>>;
  /** the board, where that is the layout */
  board?: BoardFound;
  /** how many there are without the filter, and how many of them are open */
  counts: { all: number; open: number };
  /** after how many days without a word it is quiet */
  quiet: QuietAfter;
  zone: string;
};

/** The list of opportunities, or what is shown where there are none. */
export function OpportunityList({ filter, found, board, counts, quiet, zone }: Props) {
  const facts = board && boardFacts(opportunityKind.name, opportunityList, filter, board);
  const shownBoard = facts && found.total > 0 ? <Board key={facts.cards} {...facts} /> : undefined;
  const views = [
    { show: "all", label: "All", count: counts.all },
    { show: "active", label: "Open", count: counts.open },
  ];
  return (
    <>
      <ListPage
        kind={opportunityKind}
        sorting={opportunitySorting}
        filter={filter}
        total={found.total}
        all={counts.all}
        rows={found.rows.map((row) => listRow(row, zone, found.words, quiet))}
        table={OpportunitiesTable}
        empty={<NoOpportunities filter={filter} />}
        add="Add opportunity"
        layout={<LayoutSwitch list={opportunityList} filter={filter} />}
        board={shownBoard}
      >
        {counts.all > 0 && (
          <div className="list-bar">
            <ViewChips list={opportunityList} filter={filter} views={views} />
            {facts && (
              <BoardChoices list={opportunityList} filter={filter} {...{ groupings, orders }} />
            )}
          </div>
        )}
      </ListPage>
      {!facts && (
        <Selection
          kind={opportunityKind.name}
          filter={filter}
          total={found.total}
          days={snoozeDays(today(zone))}
        />
      )}
    </>
  );
}

// Only what the table shows, since the browser is sent it as data too.
function listRow(
  row: OpportunityTableRow,
  zone: string,
  terms: string[],
  quiet: QuietAfter,
): OpportunityListRow {
  const isWaiting = opportunityStatusWords(row.opportunity_status).kind === "waiting";
  const received = formatMoment(row.email_received_at, zone);
  return {
    ...namedRow(row, opportunityTitle(row), terms),
    turned: row.job_posting_id !== null,
    recruiter: highlight(recruiterLabel(row), terms),
    status: row.opportunity_status,
    place: placeLabel(row),
    waiting:
      isWaiting && row.job_posting_id === null ? daysWaiting(row.last_moved_at, quiet) : null,
    received: [received, formatRelative(received)],
  };
}

function NoOpportunities({ filter: { q, show } }: { filter: OpportunityFilter }) {
  const all = ["/opportunities", "Show all opportunities"] as const;
  const add = ["/opportunities/new", "Add an opportunity"] as const;
  if (q) return <Empty title={`No opportunity matches “${q}”`} others={[all]} />;
  if (show === "active") {
    return (
      <Empty icon={mailIcon} title="No open opportunities" next={add} others={[all]}>
        Whatever you are still discussing with a recruiter appears here.
      </Empty>
    );
  }
  return (
    <Empty icon={mailIcon} title="Has a recruiter written to you?" next={add}>
      An opportunity is a job somebody offered you, usually by e-mail. Keep who wrote, what it is
      about and where it stands. When it gets serious, turn it into a posting.
    </Empty>
  );
}
