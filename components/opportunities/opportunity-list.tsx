import { Board } from "@/components/board/board.tsx";
import { BoardChoices } from "@/components/board/board-choices.tsx";
import { boardFacts } from "@/components/board/board-facts.ts";
import { LayoutSwitch } from "@/components/board/layout-switch.tsx";
import { Selection } from "@/components/bulk/selection.tsx";
import { snoozeDays } from "@/components/follow-ups/snooze-days.ts";
import { ListHead } from "@/components/lists/list-head.tsx";
import type { OpenViews } from "@/components/lists/view-tabs.tsx";
import { placeLabel } from "@/components/postings/posting-labels.ts";
import { nextStepText } from "@/components/records/next-step-text.ts";
import { Empty } from "@/components/ui/empty.tsx";
import { formatRelative } from "@/components/ui/format.ts";
import { highlight } from "@/components/ui/highlight.tsx";
import { mailIcon } from "@/components/ui/icons.ts";
import { listOf } from "@/components/ui/list-address.ts";
import { ListPage } from "@/components/ui/list-page.tsx";
import { namedRow } from "@/components/ui/named-row.tsx";
import type { DayText } from "@/components/ui/time.tsx";
import type { Board as BoardFound } from "@/lib/board/queries.ts";
import type { Past } from "@/lib/companies/values.ts";
import { formatMoment, today } from "@/lib/dates.ts";
import { dayValue } from "@/lib/day-value.ts";
import { opportunityKind } from "@/lib/opportunities/kind.ts";
import type { OpportunityTableRow, searchOpportunities } from "@/lib/opportunities/queries.ts";
import type { OpportunityFilter } from "@/lib/opportunities/schema.ts";
import {
  type OpportunityColumn,
  opportunityColumns,
  opportunitySorting,
} from "@/lib/opportunities/values.ts";
import type { Statuses } from "@/lib/statuses/words.ts";
import type { Tag } from "@/lib/tags/values.ts";
import { daysWaiting } from "@/lib/today/days-waiting.ts";
import type { NextStep } from "@/lib/today/next-steps.ts";
import type { QuietAfter } from "@/lib/today/quiet-after.ts";
import { OpportunitiesTable, type OpportunityListRow } from "./opportunities-table.tsx";
import {
  opportunityColumnLabels,
  opportunityFilterFields,
  opportunitySortWords,
} from "./opportunity-filters.ts";
import { opportunityTitle, recruiterLabel } from "./opportunity-labels.ts";

const opportunityList = { ...listOf(opportunityKind, opportunitySorting), hasSteps: true };

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
  /** what other openings of a row's company came to, by the row's id */
  past: Map<number, Past>;
  /** the board, where that is the layout */
  board?: BoardFound;
  /** how many there are without the filter, and how many of them are open */
  counts: { all: number; active: number };
  /** what can be filtered by */
  statuses: string[];
  words: Statuses;
  tags: readonly Tag[];
  /** after how many days without a word it is quiet */
  quiet: QuietAfter;
  /** what comes next, by an opportunity's id */
  steps: Map<number, NextStep>;
  look: { columns?: readonly OpportunityColumn[]; density?: "tight" };
  open: OpenViews;
  zone: string;
};

/** The list of opportunities, or what is shown where there are none. */
export function OpportunityList(props: Props) {
  const {
    filter,
    found,
    past,
    board,
    counts,
    statuses,
    words,
    tags,
    quiet,
    steps,
    look,
    open,
    zone,
  } = props;
  const hasDefaultView = open.views.some(({ is_default }) => is_default);
  const list = { ...opportunityList, hasDefaultView };
  const facts = board && boardFacts(words, opportunityKind.name, list, filter, board);
  const shownBoard = facts && found.total > 0 ? <Board key={facts.cards} {...facts} /> : undefined;
  const shown: readonly OpportunityColumn[] = look.columns ?? opportunityColumns.usual;
  const views = [
    { show: "all", label: "All", count: counts.all },
    { show: "active", label: "Open", count: counts.active },
  ];
  return (
    <>
      <ListPage
        kind={opportunityKind}
        sorting={opportunitySorting}
        filter={filter}
        total={found.total}
        all={counts.all}
        rows={found.rows.map((row) => ({
          ...listRow(row, shown, { zone, terms: found.words, quiet, steps }),
          past: past.get(row.id),
        }))}
        {...{ look, list }}
        table={OpportunitiesTable}
        empty={<NoOpportunities filter={filter} />}
        add="Add opportunity"
        layout={<LayoutSwitch list={list} filter={filter} />}
        board={shownBoard}
      >
        {counts.all > 0 && (
          <ListHead
            kind={opportunityKind.name}
            list={list}
            sorting={opportunitySorting}
            sortWords={opportunitySortWords}
            fields={opportunityFilterFields(filter, statuses, words)}
            {...{ filter, open, tags }}
            tabs={views}
            columns={{ labels: opportunityColumnLabels, shown, density: look.density }}
            choices={facts && <BoardChoices {...{ list, filter, groupings, orders }} />}
          />
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

type Context = Pick<Props, "zone" | "quiet" | "steps"> & { terms: string[] };

// Only what the table shows, since the browser is sent it as data too.
function listRow(
  row: OpportunityTableRow,
  shown: readonly OpportunityColumn[],
  { zone, terms, quiet, steps }: Context,
): OpportunityListRow {
  const day = (stored: string): DayText => {
    const iso = formatMoment(stored, zone);
    return [iso, formatRelative(iso)];
  };
  const step = steps.get(row.id);
  const cells: Record<OpportunityColumn, Partial<OpportunityListRow>> = {
    recruiter_name: {},
    opportunity_status: {},
    tags: { tags: row.tags },
    waiting: {
      waiting: row.is_waiting ? daysWaiting(row.last_moved_at, quiet) : null,
    },
    next_step: step ? { next_step: nextStepText(step) } : {},
    place: { place: placeLabel(row) },
    email_received_at: { received: day(row.email_received_at) },
    deadline: { deadline: row.deadline ? day(dayValue(row.deadline)) : null },
    employment: { employment: row.employment_type },
  };
  return Object.assign(
    {
      ...namedRow(row, opportunityTitle(row), terms),
      turned: row.job_posting_id !== null,
      recruiter: highlight(recruiterLabel(row), terms),
      status: row.opportunity_status,
    },
    ...shown.map((column) => cells[column]),
  );
}

function NoOpportunities({ filter: { q, show, tag, not_tag } }: { filter: OpportunityFilter }) {
  const all = ["/opportunities", "Show all opportunities"] as const;
  const add = ["/opportunities/new", "Add an opportunity"] as const;
  if (q) return <Empty title={`No opportunity matches “${q}”`} others={[all]} />;
  if (tag || not_tag) return <Empty title="No opportunity fits these tags" others={[all]} />;
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
