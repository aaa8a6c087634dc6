import type { Row } from "../book/book.ts";
import { findDates } from "../dates/find.ts";
import { isBlank } from "../words/blanks.ts";
import { tidy } from "../words/fold.ts";
import { type HeadingSense, headingSenses } from "./headings.ts";
import { isUrl } from "./stats.ts";

/** Where a table begins: its row of headings, and how much that row speaks of applications. */
export type Header = {
  /** the number of the row that holds the headings; 0 where the table has none */
  row: number;
  headings: string[];
  score: number;
};

const telling: HeadingSense[] = [
  "company_name",
  "posting_title",
  "posting_status",
  "applied_at",
  "posting_url_full",
];

/** Finds the row of headings among the first rows of a sheet: lines of another kind may stand above it. */
export function findHeader(rows: Row[]): Header {
  const filled = rows.filter((row) => row.cells.some((cell) => tidy(cell) !== ""));
  let best: Header | null = null;
  for (const row of filled.slice(0, 40)) {
    const score = headerScore(row.cells);
    // Further down a row must say clearly more: cells of the table may sound like headings too.
    if (score > (best?.score ?? 0) * 1.3 && !recurs(row, filled)) {
      best = { row: row.number, headings: row.cells.map(tidy), score };
    }
  }
  if (best) return best;
  const [first, second] = filled;
  if (first && looksLikeHeadings(first, second)) {
    return { row: first.number, headings: first.cells.map(tidy), score: 0 };
  }
  const width = Math.max(0, ...filled.map((row) => row.cells.length));
  return { row: 0, headings: Array(width).fill(""), score: 0 };
}

/**
 * Whether the row's texts stand again in other rows, as those of data do; headings that are repeated
 * as a whole, further down, do not count.
 */
function recurs(row: Row, rows: Row[]): boolean {
  const told = row.cells.flatMap((cell, at) => (tidy(cell) ? [{ text: tidy(cell), at }] : []));
  const same = (other: Row) => told.filter(({ text, at }) => tidy(other.cells[at] ?? "") === text);
  const others = rows.map(same).filter((found) => found.length < told.length);
  return new Set(others.flat()).size > told.length * 0.3;
}

function headerScore(cells: string[]): number {
  const texts = cells.map(tidy).filter((text) => text !== "");
  if (texts.length < 2 || texts.some(isData)) return 0;
  const found = new Map<HeadingSense, number>();
  let known = 0;
  for (const text of texts) {
    const senses = Object.entries(headingSenses(text)) as [HeadingSense, number][];
    const [best] = senses.sort(([, a], [, b]) => b - a);
    if (!best || text.length > 60) continue;
    known += 1;
    found.set(best[0], Math.max(found.get(best[0]) ?? 0, best[1]));
  }
  if (known < 2 || known / texts.length < 0.3) return 0;
  let score = 0;
  for (const [sense, points] of found) {
    score += (points / 100) * (sense === "kept" ? 0.5 : telling.includes(sense) ? 3 : 1);
  }
  return score;
}

/** Headings hold no addresses, mail addresses, days or bare numbers. */
function isData(text: string): boolean {
  if (isUrl(text) || /^\S+@\S+\.\w+$/.test(text) || /^[\d.,]+$/.test(text)) return true;
  return /\d/.test(text) && findDates(text).some((found) => found.kind !== "part");
}

function looksLikeHeadings(first: Row, second: Row | undefined): boolean {
  const texts = first.cells.map(tidy).filter((text) => text !== "");
  if (texts.length < 2 || texts.some((text) => isData(text) || text.length > 40)) return false;
  if (new Set(texts).size < texts.length) return false;
  return !second || second.cells.map(tidy).some((text) => isData(text) || isBlank(text));
}
