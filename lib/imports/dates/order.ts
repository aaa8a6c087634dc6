import { fold } from "../vocabulary/fold.ts";
import type { DateMatch } from "./find.ts";

/** Day/month order of numeric dates. */
export type DateOrder = "dmy" | "mdy";

/** Votes on the day/month order: dates that imply one, and ambiguous dates (`open`). */
export type OrderVotes = { dmy: number; mdy: number; open: number };

export const noVotes = (): OrderVotes => ({ dmy: 0, mdy: 0, open: 0 });

/** Counts a numeric date as a vote: a number over 12 must be the day. */
export function vote(votes: OrderVotes, found: DateMatch): void {
  if (found.kind !== "pair" || found.dots) return;
  if (found.first > 12) votes.dmy += 1;
  else if (found.second > 12) votes.mdy += 1;
  else if (found.first !== found.second) votes.open += 1;
}

/**
 * The order that wins the vote, by more than 20 to 1: fewer dissenting votes are typing errors. Null if
 * the file mixes both; then only unambiguous dates are read.
 */
export function decideOrder({ dmy, mdy }: OrderVotes): DateOrder | null {
  if (dmy > mdy * 20) return "dmy";
  if (mdy > dmy * 20) return "mdy";
  return null;
}

/** The order that a heading states, as in "Date (DD/MM/YYYY)". */
export function headingOrder(heading: string): DateOrder | null {
  const letters = fold(heading).replace(/[^dmytja]/g, "");
  if (/(dd?mm?yy|tt?mm?jj|jj?mm?aa)/.test(letters)) return "dmy";
  return /mm?dd?yy/.test(letters) ? "mdy" : null;
}
