/** The lists that have views: the names of their tables. */
export const viewKinds = ["job_posting", "email_opportunity"] as const;

export type ViewKind = (typeof viewKinds)[number];

export const layouts = ["table", "board"] as const;

/** The most views that a person has of one list. */
export const maxViews = 50;
