import { type HeadingTarget, headings } from "./headings.ts";

/** What a column can be for. `marker` columns name a stage or outcome and mark it with a date or yes/no. */
export type Target = HeadingTarget | "marker";

const named = Object.keys(headings) as (HeadingTarget | "kept")[];

export const targets: readonly Target[] = [...named.filter((name) => name !== "kept"), "marker"];

/** Targets that several columns may share; their cells are joined in the order of the sheet. */
export const shared: ReadonlySet<Target> = new Set<Target>([
  "posting_status",
  "location_city",
  "pay_range",
  "outreach_info",
  "comments",
  "marker",
]);
