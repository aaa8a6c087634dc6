import { postingLimits } from "../../postings/fields.ts";
import { postingStatuses } from "../../statuses/documented.ts";
import { asksForAnswer, readYesNo } from "../vocabulary/answers.ts";
import { type Meaning, meanings } from "../vocabulary/meanings.ts";
import { readStatus, stageOf, stageRank } from "../vocabulary/status.ts";
import type { Choices } from "./choices.ts";
import { type ChosenStatuses, chosenStatus } from "./chosen-statuses.ts";
import type { RowCells } from "./layout.ts";
import {
  conflictWarning,
  dayIn,
  lastOutcome,
  type MarkedStage,
  meaningOfHeading,
  outcomes,
  readMarks,
} from "./markers.ts";

/** The status information of a row; its days are in the stored form. */
export type RowStatus = {
  /** null if the row has no status */
  meaning: Meaning | null;
  /** a posting status that the row or the person names explicitly, else "" */
  status: string;
  /** the furthest stage that the row names, else "" */
  stage: string;
  /** the day beside a word such as “Applied” */
  applied_at: string | null;
  /** the latest days of an interview and of a rejection */
  interviewed_at: string | null;
  rejected_at: string | null;
  /** the latest day of an answer that does not say which */
  answered_at: string | null;
  warnings: string[];
};

/** What a status cell says; `at` is the day beside its word. */
type Reading = { word: string; meaning: Meaning | null; at: string | null; isBareYes: boolean };

/** Combines a row's status columns and marker columns. */
export function readRowStatus(row: RowCells, choices: Choices, zone: string): RowStatus {
  const warnings: string[] = [];
  const { stages, answered } = readMarks(row, choices, zone);
  const words = row.all("posting_status");
  const explicitStatus =
    words.map((word) => explicitStatusOf(word, choices.statuses)).find(Boolean) ?? "";
  const readings = statusReadings(row, choices, zone);

  const conflict = conflictWarning(stages);
  if (conflict) warnings.push(conflict);
  const stated = readings.flatMap(({ meaning }) => (meaning ? [meaning] : []));
  const fromMarks: Meaning[] = conflict ? ["rejected"] : lastOutcome(stages);
  let meaning = strongest([...stated, ...fromMarks]);
  if (!meaning && words.length === 0) meaning = meaningOfDates(row, choices, zone);
  const doubts = doubtsAbout(readings, stated, fromMarks);
  const decided = explicitStatus !== "" || (meaning !== null && outcomes.has(meaning));
  if (doubts.length > 0 && !decided) {
    warnings.push(...doubts);
    if (meaning === "unclear") meaning = null;
  }

  const interviews = stages.filter((mark) => mark.meaning === "engaged");
  const reached = [...interviews.map((mark) => mark.heading), ...words].map(stageOf);
  const days = (wanted: Meaning) =>
    latest([...stages, ...readings].filter((entry) => entry.meaning === wanted));
  return {
    meaning,
    status: explicitStatus,
    stage: reached.sort((a, b) => stageRank(b) - stageRank(a))[0] ?? "",
    applied_at: latest(readings.filter((reading) => reading.meaning === "waiting")),
    interviewed_at: days("engaged"),
    rejected_at: days("rejected"),
    answered_at: latest(answered.map((at) => ({ at }))),
    warnings,
  };
}

function explicitStatusOf(word: string, chosen: ChosenStatuses): string {
  const known = chosenStatus(chosen, word);
  if (known !== undefined) return known;
  if (word.length > postingLimits.posting_status) return "";
  return postingStatuses.find((status) => status.toLowerCase() === word.toLowerCase()) ?? "";
}

function statusReadings(row: RowCells, { order }: Choices, zone: string): Reading[] {
  return row.layout.columns("posting_status").flatMap((at): Reading[] => {
    const word = row.text(at);
    if (word === "") return [];
    const heading = row.layout.headings[at] ?? "";
    const mark = readYesNo(word);
    if (mark !== null && asksForAnswer(heading)) {
      return mark
        ? [{ word: `${heading}: ${word}`, meaning: "unclear", at: null, isBareYes: true }]
        : [];
    }
    const named = mark === null ? null : meaningOfHeading(heading);
    if (named && !general.has(named)) {
      const meaning = mark ? named : named === "waiting" ? "saved" : null;
      return meaning ? [{ word, meaning, at: null, isBareYes: false }] : [];
    }
    // A bare "no" is no answer yet.
    if (mark === false) return [];
    const reading = readStatus(word);
    const day = reading?.whole ? dayIn(word, order, zone) : null;
    return [{ word, meaning: reading?.meaning ?? null, at: day, isBareYes: false }];
  });
}

/** Meanings of words that also stand in headings like “Current status” and “Open applications”. */
const general: ReadonlySet<Meaning> = new Set<Meaning>(["saved", "open", "active", "unclear"]);

/** The words that leave the status open. With two status columns, free text in one is ignored if the other is clear. */
function doubtsAbout(readings: Reading[], stated: Meaning[], marked: Meaning[]): string[] {
  const answers = [...stated, ...marked].some(
    (meaning) => outcomes.has(meaning) || meaning === "engaged",
  );
  return readings.flatMap(({ word, meaning, isBareYes }) => {
    if (isBareYes) return answers ? [] : [`“${shorten(word)}” does not say what the answer was.`];
    const open = meaning === "unclear" || (meaning === null && stated.length === 0);
    return open ? [`The status “${shorten(word)}” could mean several things.`] : [];
  });
}

/** The meaning of a day of interview or rejection in a row without a status. */
function meaningOfDates(row: RowCells, { order }: Choices, zone: string): Meaning | null {
  const rejected = row.layout.columns("rejected_at").some((at) => {
    const text = row.text(at);
    const says = readYesNo(text) || dayIn(text, order, zone) || /\d/.test(text);
    return says && meaningOfHeading(row.layout.headings[at] ?? "") === "rejected";
  });
  if (rejected) return "rejected";
  return /\d/.test(row.first("interviewed_at")) ? "engaged" : null;
}

const strongest = (found: Meaning[]): Meaning | null =>
  meanings.find((meaning) => found.includes(meaning)) ?? null;

const latest = (entries: readonly Pick<MarkedStage, "at">[]): string | null =>
  entries.reduce<string | null>((last, { at }) => (at && (!last || at > last) ? at : last), null);

export const shorten = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
