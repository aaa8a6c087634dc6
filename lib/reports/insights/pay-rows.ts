import { fewest } from "./values.ts";

/** Postings of one part whose pay has the same middle. */
export type Tally = { part: string; amount: number; count: number };

export type PayRow = {
  label: string;
  postings: number;
  /** fewer than five: the quartiles say little */
  too_few: boolean;
  /** per year: a quarter pays no more than `low`, half no more than `median`, three quarters than `high` */
  low: number;
  median: number;
  high: number;
};

/** The quartiles of tallies, each an amount that some posting has (the nearest rank). */
export function payRow(label: string, tallies: Tally[]): PayRow {
  const ordered = tallies.toSorted((a, b) => a.amount - b.amount);
  const postings = ordered.reduce((sum, { count }) => sum + count, 0);
  const at = (share: number) => {
    let left = Math.max(1, Math.ceil(postings * share));
    for (const { amount, count } of ordered) {
      left -= count;
      if (left <= 0) return amount;
    }
    return 0;
  };
  return {
    label,
    postings,
    too_few: postings < fewest,
    low: at(0.25),
    median: at(0.5),
    high: at(0.75),
  };
}
