import type { CapturedField, CapturedPosting, CapturedValues, Found, Reading } from "../posting.ts";
import { disagreement } from "./disagree.ts";
import { fullerDescription } from "./fuller-description.ts";

const fields = [
  "company_name",
  "hiring_company",
  "posting_title",
  "locations",
  "location_type",
  "employment_type",
  "pay",
  "posted_on",
  "closes_on",
  "posting_url_full",
  "posting_url_domain",
  "job_id",
  "job_description",
  "technology_string",
  "contact_person",
  "contact_email",
] as const satisfies readonly CapturedField[];

/** Whether the list of fields is whole: a field that is missing in it is a type error here. */
type Missing = Exclude<CapturedField, (typeof fields)[number]>;
const noneMissing: [Missing] extends [never] ? true : Missing = true;

type Said<Field extends CapturedField> = { value: CapturedValues[Field] } & Found;

/** The most trusted value of a field that is not doubtful; a doubtful one where there is no other. */
function chosen<Field extends CapturedField>(
  said: readonly Said<Field>[],
): Said<Field> | undefined {
  return said.find(({ confidence }) => confidence !== "doubtful") ?? said[0];
}

/**
 * What several sources say of one posting, the most trusted first, as one reading: for each field the most trusted
 * value, doubtful where another source says otherwise.
 */
export function mergeReadings(readings: readonly Reading[]): Reading {
  const merged: Reading = {};
  const merge = <Field extends CapturedField>(field: Field) => {
    const said = readings.flatMap((reading) => {
      const one = reading[field] as Said<Field> | undefined;
      return one ? [one] : [];
    });
    const best = chosen(said);
    if (best) Object.assign(merged, { [field]: { ...best, ...disagreement(field, best, said) } });
  };
  for (const field of fields) merge(field);
  const description = fullerDescription(readings);
  if (description) merged.job_description = description;
  return merged;
}

/** A reading as a posting: every field with its value or null, and where each is from. */
export function postingOf(reading: Reading): CapturedPosting {
  const entries = fields.map((field) => [field, reading[field]?.value ?? null] as const);
  const found = fields.flatMap((field) => {
    const said = reading[field];
    if (!said || !noneMissing) return [];
    const { value: _, ...where } = said;
    return [[field, where] as const];
  });
  return { ...Object.fromEntries(entries), found: Object.fromEntries(found) } as CapturedPosting;
}
