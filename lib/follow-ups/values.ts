/** How a follow-up stands. */
export const followUpStates = ["open", "done", "dismissed"] as const;

/** The columns of what a follow-up is about, of which one at most is set. */
export const subjectFields = [
  "job_posting_id",
  "email_opportunity_id",
  "contact_id",
  "job_site_id",
] as const;

export type SubjectField = (typeof subjectFields)[number];

/** What a follow-up is about. */
export type Subject = { field: SubjectField; id: number };

/** The most days after which a follow-up may come again. */
export const maxRepeatDays = 365;

/** The longest text of what is to be done, in code points. */
export const maxWhatLength = 256;

/** The longest words for a day that are read. */
export const maxWhenLength = 64;

/** The day since which an open follow-up is due, `YYYY-MM-DD`: a snooze puts it off. */
export const dueDay = (row: { due_on: string; snoozed_until: string | null }): string =>
  row.snoozed_until && row.snoozed_until > row.due_on ? row.snoozed_until : row.due_on;

/** How the reminder to apply by a closing day begins, which stands for Today's own line about that day. */
export const applyTo = "Apply to ";
