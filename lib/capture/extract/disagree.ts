import { dayNumber } from "../../dates.ts";
import { companyIdentity } from "../../matching/company.ts";
import type {
  CapturedField,
  CapturedPay,
  CapturedValues,
  CaptureSource,
  Found,
} from "../posting.ts";

type Said<Field extends CapturedField> = { value: CapturedValues[Field] } & Found;

/** A source as a person knows it, at the beginning of a sentence and inside one. */
const sourceNames: Record<CaptureSource, string> = {
  job_data: "the page's job data",
  page_data: "the page's own data",
  board_data: "the board's data",
  meta: "the page's title",
  page: "the page",
  text: "the text",
  address: "the address",
};

const asText = (value: unknown): string =>
  typeof value === "string"
    ? value
    : Array.isArray(value)
      ? value.join("; ")
      : payText(value as CapturedPay);

function payText({ min, max, currency, period }: CapturedPay): string {
  const ends = [...new Set([min, max].filter((end) => end !== null))].map((end) =>
    end.toLocaleString("en-US"),
  );
  return `${ends.join("–")}${currency ? ` ${currency}` : ""}${period ? ` a ${period}` : ""}`;
}

const sameAmount = (a: number | null, b: number | null) =>
  a === null || b === null || Math.abs(a - b) < 1;

function differs(field: CapturedField, a: unknown, b: unknown): boolean {
  switch (field) {
    case "employment_type":
    case "location_type":
      return a !== b;
    case "posted_on":
    case "closes_on":
      // Zones move a day by one.
      return Math.abs(dayNumber(String(a)) - dayNumber(String(b))) > 1;
    case "company_name": {
      const [one, other] = [companyIdentity(String(a)), companyIdentity(String(b))];
      return !one.includes(other) && !other.includes(one);
    }
    case "pay": {
      const [one, other] = [a as CapturedPay, b as CapturedPay];
      const isSame = sameAmount(one.min, other.min) && sameAmount(one.max, other.max);
      return (
        !isSame || (one.period !== other.period && one.period !== null && other.period !== null)
      );
    }
    default:
      return false;
  }
}

/** Patterns of titles and of running text name other companies and other jobs' days, too. */
const isHeard = (field: CapturedField, { source, confidence }: Found): boolean => {
  if (confidence === "doubtful" || source === "address") return false;
  if (field === "company_name") return confidence === "sure" && source !== "meta";
  const isExact = source !== "meta" && source !== "text";
  return field === "employment_type" || field === "location_type" || field === "pay" || isExact;
};

/** What makes a value doubtful: a less trusted source that says otherwise; nothing where all agree. */
export function disagreement<Field extends CapturedField>(
  field: Field,
  best: Said<Field>,
  all: readonly Said<Field>[],
): Partial<Found> {
  const other = all.find(
    (said) =>
      said.source !== best.source && isHeard(field, said) && differs(field, best.value, said.value),
  );
  if (!other || best.choices?.includes(asText(other.value))) return {};
  const [one, two] = [asText(best.value), asText(other.value)];
  const [first, second] = [sourceNames[best.source], sourceNames[other.source]];
  return {
    confidence: "doubtful",
    why: `${first.charAt(0).toUpperCase()}${first.slice(1)} says ${one}, ${second} says ${two}.`,
    choices: [...new Set([one, two, ...(best.choices ?? []), ...(other.choices ?? [])])],
  };
}
