import { fold } from "../words/fold.ts";
import type { Found } from "./find.ts";

/** How a file writes days as numbers; null while nothing settles it. */
export type DateOrder = "dmy" | "mdy";

/** What a file's dates say about their order: how many settle it, and how many are left open. */
export type OrderVotes = { dmy: number; mdy: number; open: number };

export const noVotes = (): OrderVotes => ({ dmy: 0, mdy: 0, open: 0 });

/** Counts a date as a vote: a number over 12 can only be the day. */
export function vote(votes: OrderVotes, found: Found): void {
  if (found.kind !== "pair" || found.dots) return;
  if (found.first > 12) votes.dmy += 1;
  else if (found.second > 12) votes.mdy += 1;
  else if (found.first !== found.second) votes.open += 1;
}

/**
 * The order that the votes settle. A few votes against many are typing errors; more of them mean
 * that the file mixes both, and then only the dates that settle themselves are read.
 */
export function settledOrder({ dmy, mdy }: OrderVotes): DateOrder | null {
  if (dmy > mdy * 20) return "dmy";
  if (mdy > dmy * 20) return "mdy";
  return null;
}

/** The order that a heading names: "Date (DD/MM/YYYY)". */
export function headingOrder(heading: string): DateOrder | null {
  const letters = fold(heading).replace(/[^dmytja]/g, "");
  if (/(dd?mm?yy|tt?mm?jj|jj?mm?aa)/.test(letters)) return "dmy";
  return /mm?dd?yy/.test(letters) ? "mdy" : null;
}
