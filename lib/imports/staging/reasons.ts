import type { PlannedRow } from "../plan/draft.ts";

/** The kind of the rows that repeat an earlier row of their file. */
export const repeatsKind = "It repeats a row above it.";

/** What the rows have in common that are in Foothold already. */
export const duplicateKind = "It is in Foothold already.";

/** The kind of the rows of a list of phases that are part of the posting above them. */
export const partKind = "Part of the row above";

/** What follows in a reason is a cell that it quotes. */
const maxReason = 1_000;

/**
 * What rows with the same question have in common: the first reason without what differs from row to row,
 * its quotes, numbers and parentheses. An earlier row that says the same goes before any other reason.
 */
export function reasonKind({ reasons, repeats }: Pick<PlannedRow, "reasons" | "repeats">): string {
  if (repeats) return repeatsKind;
  const [first = ""] = reasons;
  return first
    .slice(0, maxReason)
    .replace(/“[^”]*”/g, "“…”")
    .replace(/ \([^)]*\)/g, "")
    .replace(/\d[\d.,:/-]*(?=\W|$)/g, "…")
    .slice(0, 200);
}
