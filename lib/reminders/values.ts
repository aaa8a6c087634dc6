/** The kinds of reminders that come by mail. */
export const reminderKinds = ["digest", "interview"] as const;

export type ReminderKind = (typeof reminderKinds)[number];

/** How long before an interview a mail can come, in minutes. */
export const interviewLeads = { min: 5, max: 7 * 24 * 60 } as const;
