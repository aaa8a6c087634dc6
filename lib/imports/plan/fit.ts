import { postingFields, postingLimits } from "../../postings/fields.ts";
import { labelsOf } from "../../records/derive.ts";
import type { Keeper } from "./keeper.ts";

type Limited = keyof typeof postingLimits;

const labels: Record<Limited, string> = {
  ...labelsOf(postingFields),
  posting_url_full: "Address",
  location_type: "Place of work",
  location_city: "Location",
  outreach_info: "Contact",
  technology_string: "Technologies",
};

/** Makes texts fit their fields; what does not fit goes whole into the comment. */
export class Fitter {
  readonly #keeper: Keeper;
  readonly doubts: string[] = [];

  constructor(keeper: Keeper) {
    this.#keeper = keeper;
  }

  /** The text on one line, cut at the field's length where need be. */
  text(field: Limited, text: string): string {
    const line = clean(text).replace(/\s*\n\s*/g, " ");
    const signs = [...line];
    if (signs.length <= postingLimits[field]) return line;
    this.#keeper.whole(`${labels[field]}, in full`, text);
    if (field === "company_name" || field === "posting_title") {
      this.doubts.push(`${labels[field]} is longer than ${postingLimits[field]} characters.`);
    }
    return `${signs
      .slice(0, postingLimits[field] - 1)
      .join("")
      .trimEnd()}…`;
  }

  /** The text, or nothing where it is too long: part of an address would lead nowhere. */
  whole(field: Limited, text: string): string {
    if ([...text].length <= postingLimits[field]) return text;
    this.#keeper.whole(`${labels[field]}, in full`, text);
    return "";
  }
}

/** A text that the database and the API can hold: no zero signs, no broken characters. */
export const clean = (text: string) => text.toWellFormed().replaceAll("\0", "").trim();
