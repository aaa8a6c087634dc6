import { dayMs, toStored } from "../../dates.ts";
import { savedStatus } from "../../statuses/documented.ts";
import { type DateProblem, type ResolvedDate, resolveDate } from "../dates/resolve.ts";
import { readYesNo } from "../vocabulary/answers.ts";
import type { Meaning } from "../vocabulary/meanings.ts";
import { readStatus } from "../vocabulary/status.ts";
import type { Choices } from "./choices.ts";
import type { PlanContext } from "./context.ts";
import { type RowStatus, shorten } from "./row-status.ts";

/** The posting status of each meaning, where the meaning alone decides it. */
export const statusByMeaning: Record<Exclude<Meaning, "unclear">, string> = {
  silence: "4 - No Response",
  open: "4 - No Response",
  accepted: "0 - Offer Accepted",
  withdrawn: "3.5 - Withdrawn",
  rejected: "3 - Rejected",
  offer: "0.5 - Offer",
  engaged: "1 - Actively Engaged",
  review: "2 - Awaiting Feedback",
  active: "2 - Awaiting Feedback",
  waiting: "4 - No Response",
  saved: savedStatus,
};

const dateProblemTexts: Record<DateProblem, string> = {
  unreadable: "cannot be read as a day",
  "two dates": "names more than one day",
  "no year": "has no year",
  "no day": "names no day",
  order: "may be day/month or month/day",
  "no such day": "is a day that does not exist",
  "far off": "is too long ago or too far ahead",
};

/** The warning about a cell that gives no day. */
export const dateWarning = (cell: string, problem: DateProblem) =>
  `The date “${shorten(cell)}” ${dateProblemTexts[problem]}.`;

/**
 * A row's posting status and application date; `dropped` says that the date cell is not used. An
 * ambiguous date is dropped with a warning, never guessed.
 */
export function resolveApplication(
  cell: string,
  titled: boolean,
  rowStatus: RowStatus,
  { choices, zone, standing }: Pick<PlanContext, "choices" | "zone" | "standing">,
) {
  const warnings: string[] = [];
  // Some people write "not yet" or "no" instead of an application date.
  const word = /\d/.test(cell) ? null : wordMeaning(cell);
  const resolved = cell && !word ? pastDay(resolveDate(cell, choices.order, zone)) : null;
  const at = resolved?.at ?? (resolved ? null : rowStatus.applied_at);
  const said = rowStatus.meaning ?? (word === "saved" || word === "waiting" ? word : null);
  const meaning = said === "saved" && at && choices.dayOrStatus === "day" ? null : said;
  const status =
    rowStatus.status ||
    statusFor(meaning, resolved !== null || at !== null, titled, rowStatus, choices, warnings);
  if (standing(status) === savedStatus) {
    const named =
      choices.applied === "named" && choices.columns.includes("applied_at") && at !== null;
    if (named && choices.dayOrStatus !== "status" && meaning === "saved") {
      warnings.push(`It has a day of application (${cell}), yet its status says it was not sent.`);
    }
    // "No" under a day of application is what the status says.
    return { status, applied_at: null, warnings, dropped: readYesNo(cell) !== false };
  }
  if (resolved?.problem) warnings.push(dateWarning(cell, resolved.problem));
  return { status, applied_at: at, warnings, dropped: cell !== "" && !resolved?.at };
}

// Nobody has applied on a day to come; a few days and another zone are no mistake of the year.
const maxAheadMs = 31 * dayMs;

const pastDay = (resolved: ResolvedDate): ResolvedDate =>
  resolved.at && resolved.at > toStored(Date.now() + maxAheadMs)
    ? { problem: "far off" }
    : resolved;

function wordMeaning(cell: string): Meaning | undefined {
  if (cell === "") return undefined;
  return readYesNo(cell) === false ? "saved" : readStatus(cell)?.meaning;
}

/** The status of a row that does not name one; `dated` if its date cell holds more than a word. */
function statusFor(
  meaning: Meaning | null,
  dated: boolean,
  titled: boolean,
  { stage, interviewed_at, warnings: unclear }: RowStatus,
  { columns, kind, applied, saysApplied, undatedIsSaved }: Choices,
  warnings: string[],
): string {
  const dates = columns.includes("applied_at");
  switch (meaning) {
    case "silence":
      return stage || interviewed_at ? "2.4 - Post Interview Silence" : statusByMeaning.waiting;
    case "open":
      return dated || !dates ? statusByMeaning.waiting : savedStatus;
    case null:
    case "unclear":
      if (kind === "saved") return savedStatus;
      // A day of entry alone does not say that anything was sent.
      if (dated && !(applied === "entry" && unclear.length > 0)) return statusByMeaning.waiting;
      if (unclear.length > 0) return savedStatus;
      if (!dates && !saysApplied) return statusByMeaning.waiting;
      if (titled && !undatedIsSaved) {
        warnings.push("It has neither a day nor a status, so it is not clear whether it was sent.");
      }
      return savedStatus;
    default:
      return statusByMeaning[meaning];
  }
}
