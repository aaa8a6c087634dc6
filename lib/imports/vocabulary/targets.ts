import { postingFields } from "../../postings/fields.ts";
import { labelsOf } from "../../records/derive.ts";
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

const labels: Partial<Record<Target, string>> = {
  ...labelsOf(postingFields),
  applied_at: "Day of application",
  posting_url_full: "Address of the posting",
  job_site: "Site (where it was found)",
  location_city: "Location",
  location_type: "Remote, hybrid or on-site",
  employment_type: "Kind of employment",
  technology_string: "Technologies",
  job_description: "Description",
  interviewed_at: "Day of interview",
  rejected_at: "Day of rejection",
  rejected_after_stage: "Stage reached",
  outreach_info: "Contact",
  comments: "Notes",
  marker: "A stage or outcome, marked by yes or a day",
};

/** Display labels of the targets: the form's labels, or the importer's own. */
export const targetLabels = new Map(targets.map((target) => [target, labels[target] ?? target]));
