import { postingFields, postingLimits } from "../../postings/fields.ts";
import { labelsOf } from "../../records/derive.ts";
import type { LeftoverCells } from "./leftover-cells.ts";

type LimitedField = keyof typeof postingLimits;

const labels: Record<LimitedField, string> = {
  ...labelsOf(postingFields),
  posting_url_full: "Address",
  location_type: "Place of work",
  location_city: "Location",
  outreach_info: "Contact",
  technology_string: "Technologies",
};

/** Truncates texts to their fields' lengths; the full text goes to the comment. */
export class FieldTruncator {
  readonly #leftovers: LeftoverCells;
  readonly warnings: string[] = [];

  constructor(leftovers: LeftoverCells) {
    this.#leftovers = leftovers;
  }

  /** The text on one line, truncated with "…" at the field's length. */
  truncate(field: LimitedField, text: string): string {
    const line = storableText(text).replace(/\s*\n\s*/g, " ");
    const signs = [...line];
    if (signs.length <= postingLimits[field]) return line;
    this.#leftovers.addText(`${labels[field]}, in full`, text);
    if (field === "company_name" || field === "posting_title") {
      this.warnings.push(`${labels[field]} is longer than ${postingLimits[field]} characters.`);
    }
    return `${signs
      .slice(0, postingLimits[field] - 1)
      .join("")
      .trimEnd()}…`;
  }

  /** The text, or "" if it is too long: a truncated URL would be broken. */
  dropIfTooLong(field: LimitedField, text: string): string {
    if ([...text].length <= postingLimits[field]) return text;
    this.#leftovers.addText(`${labels[field]}, in full`, text);
    return "";
  }
}

/** Removes NUL characters and replaces lone surrogates, which the database and the API refuse. */
export const storableText = (text: string) => text.toWellFormed().replaceAll("\0", "").trim();
