/** The most characters of a status or a stage, as the documented API takes them. */
export const maxStatusLength = { posting: 32, opportunity: 48, stage: 32 } as const;

/** The documented statuses and ours; the number in front is the sort order and is not shown to people. */
export const postingStatuses = [
  "5 - Saved",
  "4 - No Response",
  "3.5 - Withdrawn",
  "3 - Rejected",
  "2.5 - Post Interview Declined",
  "2.4 - Post Interview Silence",
  "2 - Awaiting Feedback",
  "1 - Actively Engaged",
  "0.5 - Offer",
  "0 - Offer Accepted",
] as const;

export type PostingStatus = (typeof postingStatuses)[number];

export const savedStatus = "5 - Saved" satisfies PostingStatus;

/** The status of an offer that waits for the person's answer. */
export const offerStatus = "0.5 - Offer" satisfies PostingStatus;

/** The statuses in which a posting's closing day counts: it is still to be applied to, or answered. */
export const deadlineStatuses = [savedStatus, offerStatus] as const;
export const noResponseStatus = "4 - No Response" satisfies PostingStatus;
export const rejectedStatus = "3 - Rejected" satisfies PostingStatus;
export const acceptedStatus = "0 - Offer Accepted" satisfies PostingStatus;

/** The statuses of an application that waits; the API gives an empty one where none was sent. */
export const waitingStatuses: readonly string[] = [noResponseStatus, ""];

/** The active statuses, on the pages and in reports; an offer on the table counts. */
export const activeStatuses = [
  "0.5 - Offer",
  "1 - Actively Engaged",
  "2 - Awaiting Feedback",
] as const satisfies readonly PostingStatus[];

/** The active statuses of `/api/job_posting/active`: the documented two, without our offer. */
export const documentedActiveStatuses = activeStatuses.slice(1);

export const stages = [
  "Application Submission",
  "Screening",
  "HR Interview",
  "Code Test",
  "Hiring Manager Interview",
  "Team Interview",
  "Offer",
] as const;

/** Groups of statuses, which share a colour in table, board, chart and calendar. */
export type StatusKind = "saved" | "waiting" | "engaged" | "offer" | "closed" | "rejected";

export type StatusWords = { kind: StatusKind; label: string };

/** Gives a status's words from a table; any other text is its own label, without a number in front. */
export const statusWordsFrom =
  (table: Record<string, StatusWords>) =>
  (status: string): StatusWords =>
    (Object.hasOwn(table, status) && table[status]) || {
      kind: "closed",
      label: status.replace(/^\s*\d+(\.\d+)?\s*-\s*/, "") || "No status",
    };

// How long an application may wait before its silence is called "No response".
const freshForMs = 14 * 86_400_000;

/** Whether it is too early to speak of silence: not sent yet, or sent not long ago; by the stored day or instant. */
export const isFresh = (applied_at: string | null, now = Date.now()): boolean =>
  applied_at === null || now - Date.parse(`${applied_at.slice(0, 19)}Z`) < freshForMs;

const usualWords = statusWordsFrom({
  "": { kind: "waiting", label: "No status" },
  ...({
    "5 - Saved": { kind: "saved", label: "Saved" },
    "4 - No Response": { kind: "waiting", label: "No response" },
    "3.5 - Withdrawn": { kind: "closed", label: "Withdrawn" },
    "3 - Rejected": { kind: "rejected", label: "Rejected" },
    "2.5 - Post Interview Declined": { kind: "rejected", label: "Declined after interview" },
    "2.4 - Post Interview Silence": { kind: "closed", label: "Interview, then silence" },
    "2 - Awaiting Feedback": { kind: "engaged", label: "Awaiting feedback" },
    "1 - Actively Engaged": { kind: "engaged", label: "Actively engaged" },
    "0.5 - Offer": { kind: "offer", label: "Offer" },
    "0 - Offer Accepted": { kind: "offer", label: "Offer accepted" },
  } satisfies Record<PostingStatus, StatusWords>),
});

/** The label and group of a posting's status; "Applied" rather than "No response" while it is fresh. */
export const statusWords = (status: string, fresh = false): StatusWords =>
  fresh && status === noResponseStatus ? { kind: "waiting", label: "Applied" } : usualWords(status);
