import { type DateOrder, resolveDate } from "../dates/resolve.ts";
import { asksForAnswer, readYesNo, saysMissed } from "../vocabulary/answers.ts";
import { fold } from "../vocabulary/fold.ts";
import type { Meaning } from "../vocabulary/meanings.ts";
import { negates, readStatus } from "../vocabulary/status.ts";
import type { Choices } from "./choices.ts";
import type { RowCells } from "./layout.ts";

/** A stage or outcome that a row marks, by yes, by a day or in words. */
export type MarkedStage = { meaning: Meaning; heading: string; at: string | null };

/** What a row's marker columns say; `answered` are the days of an answer that does not say which. */
export type Marks = { stages: MarkedStage[]; answered: string[] };

/** The meanings that end an application, or its wait for an answer. */
export const outcomes: ReadonlySet<Meaning> = new Set<Meaning>([
  "accepted",
  "withdrawn",
  "rejected",
  "offer",
  "silence",
]);

/** Reads a row's marker columns. */
export function readMarks(row: RowCells, { order, saysApplied }: Choices, zone: string): Marks {
  const marks: Marks = { stages: [], answered: [] };
  for (const at of row.layout.columns("marker")) {
    const text = row.text(at);
    const heading = (row.layout.headings[at] ?? "").replace(/\?/g, "").trim();
    const mark = readYesNo(text);
    if (mark === false) {
      const unsent = isSending(heading) && (text !== "" || saysApplied);
      if (unsent) marks.stages.push({ meaning: "saved", heading, at: null });
      continue;
    }
    const day = mark === true ? null : dayIn(text, order, zone);
    const meaning = saysWhen(heading)
      ? mark || day
        ? null
        : (readStatus(text)?.meaning ?? null)
      : markedMeaning(heading, text, mark === true, day !== null);
    if (meaning) marks.stages.push({ meaning, heading, at: day });
    else if (day && saysWhen(heading)) marks.answered.push(day);
  }
  return marks;
}

/** The one day that a text names, or null. */
export const dayIn = (text: string, order: DateOrder | null, zone: string): string | null =>
  /\d/.test(text) ? (resolveDate(text, order, zone).at ?? null) : null;

/** The meaning of a heading, without what it says in brackets. */
export const meaningOfHeading = (heading: string): Meaning | null =>
  readStatus(heading.replace(/\([^()]*\)/g, " ").replace(/\?/g, ""))?.meaning ?? null;

const contact = /mail|message|linkedin|reach|contact|call|nachricht|mensaje|mensagem|messaggio/;

// "Applied: no" says that nothing was sent; "E-mailed recruiter: no" does not.
const isSending = (heading: string) =>
  meaningOfHeading(heading) === "waiting" && !contact.test(fold(heading));

const end =
  /abschluss|abgeschlossen|beend|\bende$|schluss|conclu|\bclos(ed|ure|ing)\b|\bended\b|cloture|\bfin\b|cierre|\bfim\b|encerr|chiusur|einde$|afgerond|zakoncz|bitis|заверш/;

/** Whether a heading names an answer or the end of the talks, and so by itself no stage and no outcome. */
const saysWhen = (heading: string): boolean =>
  end.test(fold(heading)) ||
  (asksForAnswer(heading) && !outcomes.has(meaningOfHeading(heading) ?? "open"));

function markedMeaning(
  heading: string,
  text: string,
  isYes: boolean,
  isDay: boolean,
): Meaning | null {
  const named = meaningOfHeading(heading) ?? "engaged";
  if (isYes) return named;
  const stated = readStatus(text)?.meaning;
  // With a heading like "Interview / Rejected" the cell decides which one it is.
  if (stated && (outcomes.has(stated) || /[/|,&]|\bor\b/i.test(heading))) return stated;
  if (named !== "engaged" || isDay) return stated === "saved" ? null : named;
  // A talk that is awaited, was missed or is denied is none.
  const none = saysMissed(text) || negates(text) || (stated && stated !== "engaged");
  return none ? null : named;
}

/** The meanings that count: of dated outcomes only the latest; an earlier offer is superseded. */
export function lastOutcome(stages: MarkedStage[]): Meaning[] {
  const dated = stages.filter((mark) => mark.at !== null && outcomes.has(mark.meaning));
  const last = dated.reduce<MarkedStage | null>(
    (a, b) => (a && (a.at ?? "") > (b.at ?? "") ? a : b),
    null,
  );
  return stages
    .filter((mark) => !last || !outcomes.has(mark.meaning) || mark.at === null || mark === last)
    .map((mark) => mark.meaning);
}

/** The warning for contradicting markers: rejected and also withdrawn or accepted. */
export function conflictWarning(stages: MarkedStage[]): string | null {
  const undated = stages.filter((mark) => mark.at === null);
  const rejected = undated.find((mark) => mark.meaning === "rejected");
  const other = undated.find((mark) => mark.meaning === "withdrawn" || mark.meaning === "accepted");
  if (!rejected || !other) return null;
  return `“${rejected.heading}” and “${other.heading}” are both marked.`;
}
