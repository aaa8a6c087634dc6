import type { KindName } from "../kinds.ts";

/** The rules whose items are follow-ups. */
export const followUpRules = ["follow_up", "look"] as const;

/** The rules whose items are suggestions: what was answered to them is remembered. */
export const suggestionRules = [
  "prepare",
  "write_up",
  "thank",
  "answer",
  "decide",
  "apply",
  "quiet",
] as const;

/** What makes something stand in today's queue. */
export const rules = [...followUpRules, ...suggestionRules] as const;

export type FollowUpRule = (typeof followUpRules)[number];
export type SuggestionRule = (typeof suggestionRules)[number];
export type Rule = FollowUpRule | SuggestionRule;

/** What can be answered to an item. */
export const answers = ["done", "snooze", "dismiss"] as const;

/** What an item is about. */
export type TodaySubject = { kind: KindName | "contact"; id: number; name: string };

/** One thing to do today. */
export type TodayItem = {
  rule: Rule;
  /** the rows that an answer is about: follow-ups, interviews, opportunities or postings */
  ids: number[];
  /** null of nothing, and of several */
  subject: TodaySubject | null;
  title: string;
  /** why it stands here, as a sentence */
  reason: string;
  /** the day after which it slips, `YYYY-MM-DD`, and the moment where it has one */
  slips_on: string;
  slips_at: string | null;
  /** what made it due, so that the next such thing is a new suggestion */
  occasion: string;
  /** the names of several rows, in the order of their ids */
  names?: string[];
};

/** Days after an interview in which a thank-you is still one. */
export const thankDays = 2;

/** Days back in which an interview is still written up, and a recruiter's mail still answered. */
export const writeUpDays = 14;
export const answerDays = 30;

/** Days in which a recruiter expects an answer. */
export const answerWithinDays = 3;

/** Days before its deadline from which an offer, or a saved posting that closes, stands in the queue. */
export const deadlineDays = 7;

/** Days behind an offer's deadline in which it still does. */
export const overdueDays = 3;

/** The most rows of one kind that the queue looks at, and that one answer is about. */
export const maxRows = 200;
