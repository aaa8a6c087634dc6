import type { Grouping } from "../lists/layout.ts";
import {
  noResponseStatus,
  offerStatus,
  type PostingStatus,
  type StatusKind,
  savedStatus,
} from "../statuses/documented.ts";
import type { OpportunityStatus } from "../statuses/documented-opportunity.ts";
import type { Statuses, StatusSet } from "../statuses/words.ts";
import type { BoardColumn, BoardKind } from "./values.ts";

/** How many rows have a value, a status or a stage. */
export type ValueCount = { value: string; count: number };

/** The kinds of a board's columns in the order of the pipeline, and the status that a drop there gives. */
type Given = readonly (readonly [Column: ColumnKind, label: string, gives: string | null])[];
type ColumnKind = Exclude<StatusKind, "rejected">;

const engagedStatus = "1 - Actively Engaged" satisfies PostingStatus & OpportunityStatus;

const given: Record<BoardKind, Given> = {
  job_posting: [
    ["saved", "Saved", savedStatus],
    ["waiting", "Waiting", noResponseStatus],
    ["engaged", "Engaged", engagedStatus],
    ["offer", "Offer", offerStatus],
    ["closed", "Closed", null],
  ],
  email_opportunity: [
    ["waiting", "Waiting", "5 - Showed Opportunity Interest" satisfies OpportunityStatus],
    ["engaged", "Engaged", engagedStatus],
    ["closed", "Closed", null],
  ],
};

/** The person's words for the statuses of a board. */
export const statusSetOf = (words: Statuses, kind: BoardKind): StatusSet =>
  kind === "job_posting" ? words.posting : words.opportunity;

/** The column of a kind that a status belongs to: what was rejected is closed too, and so what has no column. */
const columnKind = (words: Statuses, kind: BoardKind, status: string): ColumnKind => {
  const found = statusSetOf(words, kind).words(status).kind;
  return given[kind].find(([key]) => key === found)?.[0] ?? nearest(found);
};

// An opportunity that its person calls saved waits, and an offer is talked about.
const nearest = (kind: StatusKind): ColumnKind =>
  kind === "saved" ? "waiting" : kind === "offer" ? "engaged" : "closed";

/** The key of the column that a status is in; undefined on a board of stages. */
export const columnOfStatus = (words: Statuses, kind: BoardKind, by: Grouping, status: string) =>
  by === "stage" ? undefined : by === "status" ? status : columnKind(words, kind, status);

/** The statuses of what is over, which a drop on the closed column asks for. */
export const closedStatuses = (words: Statuses, kind: BoardKind): string[] =>
  statusSetOf(words, kind).offered.filter((status) => isOver(words, kind, status));

/**
 * A board's columns, made of the values that its rows have: each row is in one. Statuses follow the pipeline, from the
 * first to the last; those that nobody knows come behind them.
 */
export function columnsOf(
  words: Statuses,
  kind: BoardKind,
  by: Grouping,
  counts: readonly ValueCount[],
) {
  if (by === "kind") return byKind(words, kind, counts);
  return by === "status" ? byStatus(words, kind, counts) : byStage(words, counts);
}

function byKind(words: Statuses, kind: BoardKind, counts: readonly ValueCount[]): BoardColumn[] {
  return given[kind].map(([key, label, status]) => {
    const its = counts.filter(({ value }) => columnKind(words, kind, value) === key);
    return {
      key,
      label,
      hue: key,
      holds: { statuses: its.map(({ value }) => value) },
      gives: status === null ? "ask" : { status },
      count: its.reduce((sum, { count }) => sum + count, 0),
    };
  });
}

const isOver = (words: Statuses, kind: BoardKind, status: string) =>
  columnKind(words, kind, status) === "closed";

function byStatus(words: Statuses, kind: BoardKind, counts: readonly ValueCount[]): BoardColumn[] {
  const set = statusSetOf(words, kind);
  const all = withUnknown(set.offered, counts);
  const inOrder = [
    ...all.filter((status) => !isOver(words, kind, status)),
    ...all.filter((status) => isOver(words, kind, status)),
  ];
  return inOrder.map((status) => {
    const { hue, label } = set.words(status);
    return {
      key: status,
      label,
      hue,
      holds: { statuses: [status] },
      gives: { status },
      count: countOf(counts, status),
    };
  });
}

function byStage({ stage: set }: Statuses, counts: readonly ValueCount[]): BoardColumn[] {
  return withUnknown(["", ...set.offered], counts).map((stage) => ({
    key: stage,
    label: (stage && set.words(stage).label) || "No stage",
    hue: stage === "" ? "saved" : stage === "Offer" ? "offer" : "engaged",
    holds: { stage },
    gives: { stage },
    count: countOf(counts, stage),
  }));
}

const withUnknown = (values: readonly string[], counts: readonly ValueCount[]) => [
  ...new Set([...values, ...counts.map(({ value }) => value)]),
];

const countOf = (counts: readonly ValueCount[], wanted: string) =>
  counts.find(({ value }) => value === wanted)?.count ?? 0;

const bar = "|";

// Own words may hold a bar, and an address anything.
function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

/** The keys of the folded columns that an address names; what is closed where it says nothing. */
export const foldedKeys = (folded: string | undefined): string[] =>
  folded === undefined ? ["closed"] : folded.split(bar).map(decoded);

/** The same as an address has it, with one of them folded or unfolded; undefined for the default. */
export function toggleFolded(folded: string | undefined, key: string): string | undefined {
  const keys = foldedKeys(folded).filter((each) => each !== "none");
  const next = keys.includes(key) ? keys.filter((each) => each !== key) : [...keys, key];
  if (next.length === 0) return "none";
  return next.length === 1 && next[0] === "closed"
    ? undefined
    : next.map(encodeURIComponent).join(bar);
}
