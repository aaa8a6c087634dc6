import { savedStatus } from "../../postings/values.ts";
import { type DateDoubt, settleDate } from "../dates/settle.ts";
import { readStatus } from "../status/read.ts";
import { readMark } from "../words/marks.ts";
import type { Meaning } from "../words/meanings.ts";
import type { Choices } from "./choices.ts";
import type { Standing } from "./status.ts";
import { short } from "./status.ts";

/** Whether, when and how a row's application stands: its status and day. */
export type Sent = {
  status: string;
  applied_at: string | null;
  doubts: string[];
  dropped: boolean;
};

/** Our status for what a person's words mean, as far as that needs nothing else of the row. */
export const statusOf: Record<Exclude<Meaning, "unclear">, string> = {
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

const dateSentences: Record<DateDoubt, string> = {
  unreadable: "cannot be read as a day",
  "two dates": "names more than one day",
  "no year": "has no year",
  "no day": "names no day",
  order: "may be day/month or month/day",
  "no such day": "is a day that does not exist",
};

/** Brings the date cell and the standing together. A day that is in doubt is left out, never guessed. */
export function sentOf(
  cell: string,
  titled: boolean,
  standing: Standing,
  choices: Choices,
  zone: string,
): Sent {
  const doubts: string[] = [];
  // Some write "not yet" or "no" where the day of the application would stand.
  const word =
    cell && !/\d/.test(cell)
      ? readMark(cell) === false
        ? "saved"
        : readStatus(cell)?.meaning
      : null;
  const settled = cell && !word ? settleDate(cell, choices.order, zone) : null;
  const at = settled?.at ?? null;
  const meaning = standing.meaning ?? (word === "saved" || word === "waiting" ? word : null);
  const status =
    standing.status || statusFor(meaning, cell !== "" && !word, titled, standing, choices, doubts);
  if (status === savedStatus) {
    const named =
      choices.applied === "named" && choices.columns.includes("applied_at") && at !== null;
    if (named && meaning === "saved") {
      doubts.push(`It has a day of application (${cell}), yet its status says it was not sent.`);
    }
    return { status, applied_at: null, doubts, dropped: cell !== "" };
  }
  if (settled?.doubt) doubts.push(`The date “${short(cell)}” ${dateSentences[settled.doubt]}.`);
  return { status, applied_at: at, doubts, dropped: cell !== "" && at === null };
}

function statusFor(
  meaning: Meaning | null,
  dated: boolean,
  titled: boolean,
  standing: Standing,
  choices: Choices,
  doubts: string[],
): string {
  const unclear = standing.doubts.length > 0;
  switch (meaning) {
    case "silence":
      return standing.stage || standing.interviewed_at
        ? "2.4 - Post Interview Silence"
        : statusOf.waiting;
    case "open":
      return dated || !choices.columns.includes("applied_at") ? statusOf.waiting : savedStatus;
    case null:
    case "unclear":
      if (choices.kind === "saved") return savedStatus;
      if (dated) return statusOf.waiting;
      if (unclear) return savedStatus;
      return silent(titled, choices, doubts);
    default:
      return statusOf[meaning];
  }
}

/** A row that names neither a day nor a status. */
function silent(titled: boolean, choices: Choices, doubts: string[]): string {
  const dates = choices.columns.includes("applied_at");
  if (!dates && !choices.saysApplied) return statusOf.waiting;
  if (titled && !choices.undatedIsSaved) {
    doubts.push("It has neither a day nor a status, so it is not clear whether it was sent.");
  }
  return savedStatus;
}
