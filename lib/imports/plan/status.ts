import { postingStatuses } from "../../postings/values.ts";
import { settleDate } from "../dates/settle.ts";
import { readStatus } from "../status/read.ts";
import { stageOf, stageRank } from "../status/stage.ts";
import { fold } from "../words/fold.ts";
import { readMark } from "../words/marks.ts";
import { type Meaning, meanings } from "../words/meanings.ts";
import type { Choices } from "./choices.ts";
import { type Layout, says } from "./layout.ts";

/** What a row says about where the application stands. */
export type Standing = {
  /** null where the row says nothing */
  meaning: Meaning | null;
  /** a status of ours that the row or the person names outright */
  status: string;
  /** the furthest stage that the row marks */
  stage: string;
  /** the latest marked interview, and the marked rejection, in the stored form */
  interviewed_at: string | null;
  rejected_at: string | null;
  doubts: string[];
};

type Marked = { meaning: Meaning; heading: string; at: string | null };

const outcomes = new Set<Meaning>(["accepted", "withdrawn", "rejected", "offer", "silence"]);

/** Reads a row's status columns and marked stages together. */
export function standingOf(
  cells: readonly string[],
  layout: Layout,
  choices: Choices,
  zone: string,
): Standing {
  const doubts: string[] = [];
  const words = layout.cells(cells, "posting_status");
  const marked = marksOf(cells, layout, choices, zone);
  const own =
    words.map((word) => ownStatus(word, choices.statuses)).find((status) => status !== "") ?? "";
  const readings = words.map((word) => ({ word, meaning: readStatus(word)?.meaning ?? null }));

  const clash = clashOf(marked);
  if (clash) doubts.push(clash);
  const told = readings.flatMap(({ meaning }) => (meaning ? [meaning] : []));
  const fromMarks = clash ? "rejected" : strongest(lastOutcome(marked));
  let meaning = strongest(told);
  if (fromMarks && (!meaning || meanings.indexOf(fromMarks) < meanings.indexOf(meaning))) {
    meaning = fromMarks;
  }
  if (!meaning && words.length === 0) meaning = byDays(cells, layout);
  const settled = own !== "" || (meaning !== null && meaning !== "unclear");
  // Of two status columns one may hold free words, where the other says how it stands.
  const unknown = readings.filter(
    ({ meaning }) => meaning === "unclear" || (meaning === null && told.length === 0),
  );
  const decided = settled && (own !== "" || outcomes.has(meaning as Meaning));
  if (unknown.length > 0 && !decided) {
    for (const { word } of unknown)
      doubts.push(`The status “${short(word)}” could mean several things.`);
    if (!settled) meaning = null;
  }

  const interviews = marked.filter((mark) => mark.meaning === "engaged");
  const stages = [...interviews.map((mark) => mark.heading), ...words].map(stageOf);
  return {
    meaning,
    status: own,
    stage: stages.sort((a, b) => stageRank(b) - stageRank(a))[0] ?? "",
    interviewed_at: latest(interviews),
    rejected_at: latest(marked.filter((mark) => mark.meaning === "rejected")),
    doubts,
  };
}

function ownStatus(word: string, chosen: Record<string, string>): string {
  const known = chosen[fold(word)];
  if (known !== undefined) return known;
  return postingStatuses.find((status) => status.toLowerCase() === word.toLowerCase()) ?? "";
}

function marksOf(
  cells: readonly string[],
  layout: Layout,
  { order, saysApplied }: Choices,
  zone: string,
): Marked[] {
  return layout.columns("marker").flatMap((at) => {
    const text = says(cells[at]);
    const mark = readMark(text);
    const heading = (layout.headings[at] ?? "").replace(/\?/g, "").trim();
    const named = readStatus(heading.replace(/\([^)]*\)/g, " "))?.meaning ?? "engaged";
    if (mark === false) {
      const unsent = named === "waiting" && (text !== "" || saysApplied);
      return unsent ? [{ meaning: "saved" as const, heading, at: null }] : [];
    }
    const told = mark === true ? null : readStatus(text)?.meaning;
    // A heading like "Interview / Rejected" leaves it to the cell which of them it is.
    const either = /[/|,&]|\bor\b/i.test(heading) && told;
    const meaning = either || (told && outcomes.has(told)) ? told : told === "saved" ? null : named;
    if (!meaning) return [];
    return [{ meaning, heading, at: settleDate(text, order, zone).at ?? null }];
  });
}

/** A row with a day of interview or rejection and no word about it. */
function byDays(cells: readonly string[], layout: Layout): Meaning | null {
  const rejection = layout.columns("rejected_at").find((at) => says(cells[at]) !== "");
  if (rejection !== undefined) {
    const named = readStatus(layout.headings[rejection] ?? "")?.meaning;
    if (named === "rejected") return named;
  }
  return layout.cell(cells, "interviewed_at") ? "engaged" : null;
}

const strongest = (found: Meaning[]): Meaning | null =>
  meanings.find((meaning) => found.includes(meaning)) ?? null;

// Where outcomes carry days, the latest of them is how it stands; an offer that came before is none.
function lastOutcome(marked: Marked[]): Meaning[] {
  const dated = marked.filter((mark) => mark.at !== null && outcomes.has(mark.meaning));
  const last = dated.reduce<Marked | null>(
    (a, b) => (a && (a.at ?? "") > (b.at ?? "") ? a : b),
    null,
  );
  return marked
    .filter((mark) => !last || !outcomes.has(mark.meaning) || mark.at === null || mark === last)
    .map((mark) => mark.meaning);
}

/** Two marks that cannot both be: a rejection beside an offer taken or turned down. */
function clashOf(marked: Marked[]): string | null {
  const undated = marked.filter((mark) => mark.at === null);
  const rejected = undated.find((mark) => mark.meaning === "rejected");
  const other = undated.find((mark) => mark.meaning === "withdrawn" || mark.meaning === "accepted");
  if (!rejected || !other) return null;
  return `“${rejected.heading}” and “${other.heading}” are both marked.`;
}

const latest = (marked: Marked[]): string | null =>
  marked.reduce<string | null>((last, { at }) => (at && (!last || at > last) ? at : last), null);

export const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
