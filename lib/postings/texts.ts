import { localInput } from "../dates.ts";
import { sanitizeRichText } from "../rich-text.ts";
import type { PostingRow } from "./queries.ts";
import { quietStatus } from "./values.ts";

const textFields = [
  "company_name",
  "posting_title",
  "posting_status",
  "posting_url_full",
  "posting_url_domain",
  "pay_range",
  "location_type",
  "location_city",
  "employment_type",
  "rejected_after_stage",
  "job_scan_info",
  "outreach_info",
  "technology_string",
  "contact_method",
  "contact_person",
  "employer_address",
] as const;

const dateFields = ["applied_at", "interviewed_at", "rejected_at"] as const;
const lineFields = ["technology_stack", "posting_application_questions"] as const;

/** What the fields of the posting's form begin with. The password is never among them. */
export type PostingTexts = Record<
  | (typeof textFields)[number]
  | (typeof dateFields)[number]
  | (typeof lineFields)[number]
  | "site_name"
  | "time_spent"
  | "job_description",
  string
>;

/** The form's texts of a posting; without one, those of an empty form. */
export function postingTexts(
  posting: Partial<PostingRow>,
  site_name: string,
  zone: string,
): PostingTexts {
  return {
    ...each(textFields, (name) => posting[name] ?? ""),
    ...each(dateFields, (name) => localInput(posting[name] ?? null, zone)),
    ...each(lineFields, (name) => linesOf(posting[name])),
    site_name,
    posting_status: posting.posting_status ?? quietStatus,
    time_spent: posting.time_spent?.toString() ?? "",
    job_description: sanitizeRichText(posting.job_description ?? ""),
  };
}

function each<Name extends string>(names: readonly Name[], text: (name: Name) => string) {
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Record<Name, string>;
}

// A list of texts reads best as lines; any other JSON is shown as it is.
function linesOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const plain = Array.isArray(value) && value.every(isLine);
  return plain ? value.join("\n") : JSON.stringify(value, null, 2);
}

const isLine = (item: unknown) =>
  typeof item === "string" && item.trim() === item && item !== "" && !/[\r\n]|^[[{]/.test(item);

/** The form's texts as they stand, with the sealed password: what tells whether another save came between. */
export const standingTexts = (posting: PostingRow, site_name: string, zone: string) => ({
  ...postingTexts(posting, site_name, zone),
  posting_password: posting.posting_password ?? "",
});
