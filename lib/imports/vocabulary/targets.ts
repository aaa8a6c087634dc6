import { type HeadingTarget, headings } from "./headings.ts";

/** The target field of a column; `marker` columns name a stage or outcome and mark it by date or yes/no. */
export type Target = HeadingTarget | "marker";

const targetNames = Object.keys(headings) as (HeadingTarget | "unmapped")[];

export const targets: readonly Target[] = [
  ...targetNames.filter((name) => name !== "unmapped"),
  "marker",
];

/** Targets that several columns may share; their cells are joined in sheet order. */
export const sharedTargets: ReadonlySet<Target> = new Set<Target>([
  "posting_status",
  "location_city",
  "pay_range",
  "outreach_info",
  "comments",
  "marker",
]);
