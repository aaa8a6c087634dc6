import { postingStatuses } from "../../postings/values.ts";
import { resolveDate } from "../dates/resolve.ts";
import { readYesNo } from "../vocabulary/answers.ts";
import { type Meaning, meanings } from "../vocabulary/meanings.ts";
import { readStatus, stageOf, stageRank } from "../vocabulary/status.ts";
import type { Choices } from "./choices.ts";
import { type ChosenStatuses, chosenStatus } from "./chosen-statuses.ts";
import type { RowCells } from "./layout.ts";

/** The status information of a row. */
export type RowStatus = {
  /** null if the row has no status */
  meaning: Meaning | null;
  /** a posting status that the row or the person names explicitly, else "" */
  status: string;
  /** the furthest stage that the row names, else "" */
  stage: string;
  /** the latest dates in marker columns, in the stored form */
  interviewed_at: string | null;
  rejected_at: string | null;
  warnings: string[];
};

type MarkedStage = { meaning: Meaning; heading: string; at: string | null };

const outcomes = new Set<Meaning>(["accepted", "withdrawn", "rejected", "offer", "silence"]);

/** Combines a row's status columns and marker columns. */
export function readRowStatus(row: RowCells, choices: Choices, zone: string): RowStatus {
  const warnings: string[] = [];
  const words = row.all("posting_status");
  const marked = markedStages(row, choices, zone);
  const explicitStatus =
    words.map((word) => explicitStatusOf(word, choices.statuses)).find(Boolean) ?? "";
  const readings = words.map((word) => ({ word, meaning: readStatus(word)?.meaning ?? null }));

  const conflict = conflictWarning(marked);
  if (conflict) warnings.push(conflict);
  const stated = readings.flatMap(({ meaning }) => (meaning ? [meaning] : []));
  const fromMarks: Meaning[] = conflict ? ["rejected"] : lastOutcome(marked);
  let meaning = strongest([...stated, ...fromMarks]);
  if (!meaning && words.length === 0) meaning = meaningOfDates(row);
  // With two status columns, free text in one is ignored if the other is clear; "no" is no answer yet.
  const unknown = readings.filter(
    ({ word, meaning }) =>
      meaning === "unclear" ||
      (meaning === null && stated.length === 0 && readYesNo(word) !== false),
  );
  const decided = explicitStatus !== "" || (meaning !== null && outcomes.has(meaning));
  if (unknown.length > 0 && !decided) {
    for (const { word } of unknown)
      warnings.push(`The status “${shorten(word)}” could mean several things.`);
    if (meaning === "unclear") meaning = null;
  }

  const interviews = marked.filter((mark) => mark.meaning === "engaged");
  const stages = [...interviews.map((mark) => mark.heading), ...words].map(stageOf);
  return {
    meaning,
    status: explicitStatus,
    stage: stages.sort((a, b) => stageRank(b) - stageRank(a))[0] ?? "",
    interviewed_at: latest(interviews),
    rejected_at: latest(marked.filter((mark) => mark.meaning === "rejected")),
    warnings,
  };
}

function explicitStatusOf(word: string, chosen: ChosenStatuses): string {
  const known = chosenStatus(chosen, word);
  if (known !== undefined) return known;
  return postingStatuses.find((status) => status.toLowerCase() === word.toLowerCase()) ?? "";
}

function markedStages(row: RowCells, { order, saysApplied }: Choices, zone: string): MarkedStage[] {
  return row.layout.columns("marker").flatMap((at) => {
    const text = row.text(at);
    const mark = readYesNo(text);
    const heading = (row.layout.headings[at] ?? "").replace(/\?/g, "").trim();
    const named = readStatus(heading.replace(/\([^)]*\)/g, " "))?.meaning ?? "engaged";
    if (mark === false) {
      const unsent = named === "waiting" && (text !== "" || saysApplied);
      return unsent ? [{ meaning: "saved" as const, heading, at: null }] : [];
    }
    const stated = mark === true ? null : readStatus(text)?.meaning;
    // With a heading like "Interview / Rejected" the cell decides which one it is.
    const either = /[/|,&]|\bor\b/i.test(heading) && stated;
    const meaning =
      either || (stated && outcomes.has(stated)) ? stated : stated === "saved" ? null : named;
    if (!meaning) return [];
    return [{ meaning, heading, at: resolveDate(text, order, zone).at ?? null }];
  });
}

/** The meaning of an interview or rejection date in a row without a status. */
function meaningOfDates(row: RowCells): Meaning | null {
  const rejection = row.layout.columns("rejected_at").find((at) => row.text(at) !== "");
  if (rejection !== undefined) {
    const named = readStatus(row.layout.headings[rejection] ?? "")?.meaning;
    if (named === "rejected") return named;
  }
  return row.first("interviewed_at") ? "engaged" : null;
}

const strongest = (found: Meaning[]): Meaning | null =>
  meanings.find((meaning) => found.includes(meaning)) ?? null;

// Of dated outcomes only the latest counts; an earlier offer is superseded.
function lastOutcome(marked: MarkedStage[]): Meaning[] {
  const dated = marked.filter((mark) => mark.at !== null && outcomes.has(mark.meaning));
  const last = dated.reduce<MarkedStage | null>(
    (a, b) => (a && (a.at ?? "") > (b.at ?? "") ? a : b),
    null,
  );
  return marked
    .filter((mark) => !last || !outcomes.has(mark.meaning) || mark.at === null || mark === last)
    .map((mark) => mark.meaning);
}

/** The warning for contradicting markers: rejected and also withdrawn or accepted. */
function conflictWarning(marked: MarkedStage[]): string | null {
  const undated = marked.filter((mark) => mark.at === null);
  const rejected = undated.find((mark) => mark.meaning === "rejected");
  const other = undated.find((mark) => mark.meaning === "withdrawn" || mark.meaning === "accepted");
  if (!rejected || !other) return null;
  return `“${rejected.heading}” and “${other.heading}” are both marked.`;
}

const latest = (marked: MarkedStage[]): string | null =>
  marked.reduce<string | null>((last, { at }) => (at && (!last || at > last) ? at : last), null);

export const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
