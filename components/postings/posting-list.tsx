import { Board } from "@/components/board/board.tsx";
import { BoardChoices } from "@/components/board/board-choices.tsx";
import { boardFacts } from "@/components/board/board-facts.ts";
import { LayoutSwitch } from "@/components/board/layout-switch.tsx";
import { Selection } from "@/components/bulk/selection.tsx";
import { snoozeDays } from "@/components/follow-ups/snooze-days.ts";
import { Card } from "@/components/ui/card.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { formatDate, formatRelative } from "@/components/ui/format.ts";
import { highlight } from "@/components/ui/highlight.tsx";
import { briefcaseIcon, searchXIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { listAddress, listOf } from "@/components/ui/list-address.ts";
import { ListPage } from "@/components/ui/list-page.tsx";
import { namedRow } from "@/components/ui/named-row.tsx";
import { ViewChips } from "@/components/ui/view-chips.tsx";
import type { Board as BoardFound } from "@/lib/board/queries.ts";
import { formatMoment, today } from "@/lib/dates.ts";
import { postingKind } from "@/lib/postings/kind.ts";
import type { PostingTableRow, searchPostings } from "@/lib/postings/queries.ts";
import type { PostingFilter } from "@/lib/postings/schema.ts";
import {
  isFresh,
  type PostingView,
  postingSorting,
  postingViews,
  statusWords,
} from "@/lib/postings/values.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import { daysWaiting } from "@/lib/today/days-waiting.ts";
import type { QuietAfter } from "@/lib/today/quiet-after.ts";
import { Filters } from "./filters.tsx";
import { postingTitle, shortPay } from "./posting-labels.ts";
import { type PostingListRow, PostingsTable } from "./postings-table.tsx";

const postingList = listOf(postingKind, postingSorting);

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
  /** how many there are without the filter */
  all: number;
  /** what can be filtered by */
  statuses: string[];
  sites: { id: number; site_name: string }[];
  /** after how many days an application is quiet */
  quiet: QuietAfter;
  zone: string;
};

/** The list of postings, or what is shown where there are none. */
export function PostingList(props: Props) {
  const { filter, found, board, all, statuses, sites, quiet, zone } = props;
  // Most hunts have no accepted offer, and then no chip for it.
  const views = postingViews
    .filter((show) => show !== "accepted" || show === filter.show || found.views.accepted > 0)
    .map((show) => ({ show, label: viewLabels[show], count: found.views[show] }));
  const anyStatus = { ...filter, status: "" };
  const facts = board && boardFacts(postingKind.name, postingList, filter, board);
  const shownBoard = facts && found.total > 0 ? <Board key={facts.cards} {...facts} /> : undefined;
  return (
    <>
      <ListPage
        kind={postingKind}
        sorting={postingSorting}
        filter={filter}
        total={found.total}
        all={all}
        rows={found.rows.map((row) => listRow(row, zone, found.words, quiet))}
        table={PostingsTable}
        empty={<NoPostings filtered={all > 0} />}
        layout={<LayoutSwitch list={postingList} filter={filter} />}
        board={shownBoard}
      >
        {all > 0 && (
          <div className="list-bar">
            <ViewChips list={postingList} filter={anyStatus} views={views} />
            <Filters list={postingList} {...{ filter, statuses, sites }} />
            <FilterWords {...{ filter, sites }} />
            {facts && (
              <BoardChoices list={postingList} filter={filter} {...{ groupings, orders }} />
            )}
          </div>
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

/** The filters that are set, as a phone and a printed page show them. */
function FilterWords({ filter, sites }: Pick<Props, "filter" | "sites">) {
  const { status, site, since, q } = filter;
  const words = [
    status && statusWords(status).label,
    site && (sites.find(({ id }) => id === site)?.site_name || `Site ${site}`),
    since && `since ${formatDate(since)}`,
    q && `“${q}”`,
  ].filter(Boolean);
  return words.length > 0 && <p className="filter-words">{words.join(" · ")}</p>;
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

// Only what the table shows, since the browser is sent it as data too.
function listRow(
  row: PostingTableRow,
  zone: string,
  terms: string[],
  quiet: QuietAfter,
): PostingListRow {
  const applied = row.applied_at && formatMoment(row.applied_at, zone);
  return {
    ...namedRow(row, postingTitle(row), terms),
    title: row.company_name && row.posting_title && highlight(row.posting_title, terms),
    status: row.posting_status,
    fresh: isFresh(row.applied_at),
    stage: valueWords(row.rejected_after_stage),
    place: valueWords(row.location_type) || row.location_city,
    pay: shortPay(row.pay_range),
    waiting: row.is_waiting && row.applied_at ? daysWaiting(row.applied_at, quiet) : null,
    applied: applied ? [applied, formatRelative(applied)] : null,
  };
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
          next={["/postings/new", "Add a posting"]}
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
