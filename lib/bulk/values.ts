/** The kinds of rows that can be changed many at once: the names of their tables. */
export const bulkKinds = ["job_posting", "email_opportunity"] as const;

export type BulkKind = (typeof bulkKinds)[number];

/** The most rows that one change takes. */
export const maxBulkRows = 10_000;

/** How many days a change can be undone. */
export const keepBulkDays = 30;

/** How long the browser waits for a step of a change before it asks for the next, in milliseconds. */
export const stepMs = 800;
