import type { WordKind } from "@/lib/statuses/values.ts";

/** What each kind of status and stage is called. */
export const kindWords: Record<WordKind, string> = {
  saved: "Saved",
  waiting: "Waiting",
  engaged: "Engaged",
  offer: "Offer",
  closed: "Closed",
  rejected: "Rejected",
  applied: "Applied",
  answered: "Answered",
  interview: "Interview",
};
