import { Board } from "@/components/board/board.tsx";
import { BoardChoices } from "@/components/board/board-choices.tsx";
import { boardFacts } from "@/components/board/board-facts.ts";
import { LayoutSwitch } from "@/components/board/layout-switch.tsx";
import { Selection } from "@/components/bulk/selection.tsx";
import { snoozeDays } from "@/components/follow-ups/snooze-days.ts";
import { ListHead } from "@/components/lists/list-head.tsx";
import type { OpenViews } from "@/components/lists/view-tabs.tsx";
import { nextStepText } from "@/components/records/next-step-text.ts";
import { Card } from "@/components/ui/card.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { formatRelative } from "@/components/ui/format.ts";
import { highlight } from "@/components/ui/highlight.tsx";
import { briefcaseIcon, searchXIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { listAddress, listOf } from "@/components/ui/list-address.ts";
import { ListPage } from "@/components/ui/list-page.tsx";
import { namedRow } from "@/components/ui/named-row.tsx";
import type { DayText } from "@/components/ui/time.tsx";
import type { Board as BoardFound } from "@/lib/board/queries.ts";
import type { Past } from "@/lib/companies/values.ts";
import { formatMoment, today } from "@/lib/dates.ts";
import { dayValue } from "@/lib/day-value.ts";
import { postingKind } from "@/lib/postings/kind.ts";
import type { PostingTableRow, searchPostings } from "@/lib/postings/queries.ts";
import type { PostingFilter } from "@/lib/postings/schema.ts";
import {
  type PostingColumn,
  type PostingView,
  postingColumns,
  postingSorting,
  postingViews,
} from "@/lib/postings/values.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import { isFresh } from "@/lib/statuses/documented.ts";
import type { Statuses } from "@/lib/statuses/words.ts";
import type { Tag } from "@/lib/tags/values.ts";
import { daysWaiting } from "@/lib/today/days-waiting.ts";
import type { NextStep } from "@/lib/today/next-steps.ts";
import type { QuietAfter } from "@/lib/today/quiet-after.ts";
import { postingColumnLabels, postingFilterFields, postingSortWords } from "./posting-filters.ts";
import { postingTitle, shortPay } from "./posting-labels.ts";
import { type PostingListRow, PostingsTable } from "./postings-table.tsx";

const postingList = { ...listOf(postingKind, postingSorting), hasSteps: true };

const viewLabels: Record<PostingView, string> = {
  all: "All",
  active: "Active",
  saved: "Saved",
  waiting: "Waiting",
  accepted: "Accepted",
  closed: "Closed",
};

const groupings = [
  ["kind", "By kind"],
  ["status", "By status"],
  ["stage", "By stage"],
] as const;

const orders = [
  ["wait", "Longest wait first"],
  ["newest", "Newest first"],
  ["name", "By company"],
] as const;

type Props = {
  filter: PostingFilter;
  found: Awaited<ReturnType<typeof searchPostings>>;
  /** the board, where that is the layout */
  board?: BoardFound;
  /** how many each view of ours shows */
  views: Record<PostingView, number>;
  /** how many there are without the filter */
  all: number;
  /** what other openings of a row's company came to, by the row's id */
  past: Map<number, Past>;
  /** what can be filtered by */
  statuses: string[];
  words: Statuses;
  sites: { id: number; site_name: string }[];
  tags: readonly Tag[];
  /** after how many days an application is quiet */
  quiet: QuietAfter;
  /** what comes next, by a posting's id */
  steps: Map<number, NextStep>;
  look: { columns?: readonly PostingColumn[]; density?: "tight" };
  open: OpenViews;
  zone: string;
};

/** The list of postings, or what is shown where there are none. */
export function PostingList(props: Props) {
  const {
    filter,
    views: counts,
    found,
    board,
    all,
    past,
    statuses,
    words,
    sites,
    tags,
    quiet,
    steps,
    look,
    open,
    zone,
  } = props;
  const list = { ...postingList, hasDefaultView: open.views.some(({ is_default }) => is_default) };
  // Most hunts have no accepted offer, and then no chip for it.
  const views = postingViews
    .filter((show) => show !== "accepted" || show === filter.show || counts.accepted > 0)
    .map((show) => ({ show, label: viewLabels[show], count: counts[show] }));
  const fields = postingFilterFields(filter, { statuses, sites, words });
  const facts = board && boardFacts(words, postingKind.name, list, filter, board);
  const shownBoard = facts && found.total > 0 ? <Board key={facts.cards} {...facts} /> : undefined;
  const shown: readonly PostingColumn[] = look.columns ?? postingColumns.usual;
  return (
    <>
      <ListPage
        kind={postingKind}
        sorting={postingSorting}
        filter={filter}
        total={found.total}
        all={all}
        rows={found.rows.map((row) => ({
          ...listRow(row, shown, { zone, terms: found.words, quiet, steps, words }),
          past: past.get(row.id),
        }))}
        look={look}
        list={list}
        table={PostingsTable}
        empty={<NoPostings filtered={all > 0} />}
        layout={<LayoutSwitch list={list} filter={filter} />}
        board={shownBoard}
      >
        {all > 0 && (
          <ListHead
            kind={postingKind.name}
            list={list}
            sorting={postingSorting}
            sortWords={postingSortWords}
            {...{ filter, fields, open, tags }}
            tabs={views}
            columns={{ labels: postingColumnLabels, shown, density: look.density }}
            choices={facts && <BoardChoices {...{ list, filter, groupings, orders }} />}
          />
        )}
        {filter.import && <ImportFilter filter={filter} id={filter.import} />}
      </ListPage>
      {!facts && (
        <Selection
          kind={postingKind.name}
          filter={filter}
          total={found.total}
          days={snoozeDays(today(zone))}
          sites={sites}
        />
      )}
    </>
  );
}

/** Says that the list is narrowed to one import, with the way out. */
function ImportFilter({ filter, id }: { filter: PostingFilter; id: number }) {
  return (
    <p className="import-filter">
      {filter.attention
        ? "Only what an import left a question open about; a comment on each says which."
        : "Only the postings of one import."}{" "}
      <Link href={`/import/${id}`}>To the import</Link>{" "}
      <Link href={listAddress(postingList, filter, { import: undefined, attention: undefined })}>
        Show all postings
      </Link>
    </p>
  );
}

type Context = Pick<Props, "zone" | "quiet" | "steps" | "words"> & { terms: string[] };

// Only what the table shows, since the browser is sent it as data too.
function listRow(
  row: PostingTableRow,
  shown: readonly PostingColumn[],
  { zone, terms, quiet, steps, words }: Context,
): PostingListRow {
  const day = (stored: string | null): DayText | null => {
    const iso = stored && formatMoment(stored, zone);
    return iso ? [iso, formatRelative(iso)] : null;
  };
  const step = steps.get(row.id);
  const cells: Record<PostingColumn, Partial<PostingListRow>> = {
    posting_status: {},
    tags: { tags: row.tags },
    waiting: {
      waiting: row.is_waiting && row.applied_at ? daysWaiting(row.applied_at, quiet) : null,
    },
    next_step: step ? { next_step: nextStepText(step) } : {},
    place: { place: valueWords(row.location_type) || row.location_city },
    pay: { pay: shortPay(row.pay_range) },
    applied_at: { applied: day(row.applied_at) },
    stage: { stage: row.rejected_after_stage && words.stage.words(row.rejected_after_stage).label },
    site: { site: row.site_name },
    deadline: { deadline: day(row.deadline && dayValue(row.deadline)) },
    employment: { employment: row.employment_type },
  };
  return Object.assign(
    {
      ...namedRow(row, postingTitle(row), terms),
      title: row.company_name && row.posting_title && highlight(row.posting_title, terms),
      status: row.posting_status,
      fresh: isFresh(row.applied_at),
    },
    ...shown.map((column) => cells[column]),
  );
}

function NoPostings({ filtered }: { filtered: boolean }) {
  return (
    <Card>
      {filtered ? (
        <Empty
          icon={searchXIcon}
          title="No matching postings"
          others={[["/postings", "Show all postings"]]}
        >
          <p>
            No posting fits the search and all of the filters. Remove one, or show all postings.
          </p>
        </Empty>
      ) : (
        <Empty
          icon={briefcaseIcon}
          title="No postings yet"
          next={["/add", "Add a posting"]}
          others={[["/import", "Import a spreadsheet"]]}
        >
          <p>
            Every job you have applied for, or mean to, gets a row here. A company and a title are
            enough to start with.
          </p>
        </Empty>
      )}
    </Card>
  );
}
