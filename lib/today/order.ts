import type { Rule, TodayItem } from "./values.ts";

// An interview waits for nobody; what is tidied up can wait.
const ranks: Record<Rule, number> = {
  prepare: 0,
  write_up: 1,
  thank: 1,
  follow_up: 1,
  answer: 1,
  decide: 1,
  apply: 1,
  quiet: 2,
  look: 3,
};

const keyOf = ({ rule, slips_on, slips_at, ids }: TodayItem) =>
  `${ranks[rule]} ${slips_on} ${slips_at ?? "~"} ${rule} ${String(ids[0] ?? 0).padStart(16, "0")}`;

/** The items in the order in which they slip: first what has a fixed hour, last what can be tidied up any day. */
export const inOrder = (items: readonly TodayItem[]): TodayItem[] =>
  items
    .map((item) => [keyOf(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([, item]) => item);
