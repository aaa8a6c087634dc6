import type { CapturedField, CapturedValues, Found, Reading } from "../../posting.ts";
import { companyName } from "../values/company.ts";
import { employmentType } from "../values/employment-type.ts";
import { locationType } from "../values/location-type.ts";
import { placesOf } from "../values/place.ts";
import { words } from "../values/words.ts";
import { readDayLine } from "./day-text.ts";
import type { LabelField } from "./labels.ts";
import { readPayLine, saysMoney } from "./pay-text.ts";
import { isPlace } from "./places.ts";
import { isTownLike } from "./town-like.ts";

export type Source = Pick<Found, "source" | "confidence"> & { line?: number };

/** Sets a field that has no value yet; what is found first is surer. */
export function put<Field extends CapturedField>(
  reading: Reading,
  field: Field,
  value: CapturedValues[Field] | null,
  found: Found,
): void {
  if (value === null || reading[field]) return;
  Object.assign(reading, { [field]: { value, ...found } });
}

const lessSure = (a: Found["confidence"], b: Found["confidence"]) =>
  a === "doubtful" || b === "doubtful"
    ? "doubtful"
    : a === "likely" || b === "likely"
      ? "likely"
      : "sure";

/** Reads what a label stands before, or an element is named for. */
export function readField(
  reading: Reading,
  field: LabelField,
  text: string,
  source: Source,
  today: string,
): void {
  const value = words(text);
  if (!value || value.length > 300) return;
  if (field === "title") put(reading, "posting_title", value.length <= 150 ? value : null, source);
  if (field === "company") put(reading, "company_name", companyName(value), source);
  if (field === "type" && value.length <= 100) {
    put(reading, "employment_type", employmentType(value), source);
    put(reading, "location_type", locationType(value), source);
  }
  if (field === "mode" && value.length <= 60)
    put(reading, "location_type", locationType(value), source);
  if (field === "place" && value.length <= 150) readPlaces(reading, value, source);
  if (field === "number" && /\d/.test(value) && value.length <= 40)
    put(reading, "job_id", value, source);
  if (field === "pay") {
    const pay = readPayLine(value, true);
    if (pay)
      put(reading, "pay", pay.value, {
        ...source,
        ...pay,
        confidence: lessSure(source.confidence, pay.confidence),
      });
  }
  if (field === "posted" || field === "closes") {
    const day = readDayLine(value, today);
    const name = field === "posted" ? "posted_on" : "closes_on";
    if (day)
      put(reading, name, day.value, {
        ...source,
        ...withoutValue(day),
        confidence: lessSure(source.confidence, day.confidence),
      });
  }
}

/** How sure a value is, without it. */
export const withoutValue = <Value extends { value: unknown }>({ value: _, ...rest }: Value) =>
  rest;

function readPlaces(reading: Reading, value: string, source: Source): void {
  const remark = /^(.{2,80}?)\s\((.{2,80})\)$/.exec(value);
  const outside = placesOf(remark ? remark[1] : value);
  // "Remote (Canada)" says the place in brackets.
  const inside = remark && outside.locations.length === 0 ? placesOf(remark[2]) : null;
  const { location_type } = outside;
  const locations = inside?.locations ?? outside.locations;
  put(reading, "location_type", location_type ?? locationType(value), source);
  put(reading, "locations", locations.length > 0 ? locations : null, source);
}

/** Between facts; the stroke before a pay's period parts none: "2 000 € / mois". */
const factEnd =
  /[·•|]|\s—\s|\s\/\s(?!(?:hour|hr|h|day|week|month|year|mois|heure|jour|an|mes|mês|hora|año|ano|monat|jahr|stunde|tag|maand|uur|jaar|mese|ora|anno)\b)/i;

/** "Rotterdam (Hybrid)" */
const townWithMode = /^(.{2,40}) \((?:remote|hybrid|on-?site)\)$/i;

/** Reads a short line beside a heading, whose parts are told by their form: "Bonn, Germany · Full time · On site". */
export function readFactLine(reading: Reading, text: string, source: Source, today: string): void {
  if (text.length > 160) return;
  for (const given of text.split(factEnd).slice(0, 10)) {
    const part = given.trim();
    if (!part || part.length > 80) continue;

    const [, town] = townWithMode.exec(part) ?? [];
    if (isPlace(part) || isPlace(part.replace(/^remote\s?[,(–-]\s?|\)$/gi, "")))
      readPlaces(reading, part, source);
    else if (town && isTownLike(town)) readPlaces(reading, part, source);
    else if (/^[$€£]|\d.{0,20}[$€£]/.test(part) || saysMoney(part))
      readField(reading, "pay", part, source, today);
    else if (part.split(" ").length <= 4) {
      put(reading, "employment_type", employmentType(part), source);
      put(reading, "location_type", locationType(part), source);
    }
  }
}
