/** The first three are documented; the API takes any other text too. */
export const commentTypes = [
  "Recruiter emailed Me",
  "I e-mailed recruiter",
  "Phone Call Notes",
  "Interview Notes",
  "Note",
] as const;

/** The default type of a comment. */
export const plainNote = "Note";

/** Longest text per field, in code points. */
export const commentLimits = { comment_type: 64, comment_content: 50_000 } as const;
