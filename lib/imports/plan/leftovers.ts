import { postingFields, postingLimits } from "../../postings/fields.ts";
import { labelsOf } from "../../records/derive.ts";
import { columnName } from "../columns/headings.ts";
import { sharedTargets, type Target, targets } from "../vocabulary/targets.ts";
import type { CommentLine } from "./comment.ts";
import type { RowCells } from "./layout.ts";
import { withoutLinks } from "./links.ts";

type LimitedField = keyof typeof postingLimits;

const labels: Record<LimitedField, string> = {
  ...labelsOf(postingFields),
  posting_url_full: "Address",
  location_type: "Place of work",
  location_city: "Location",
  outreach_info: "Contact",
  technology_string: "Technologies",
};

/** Collects what no field of a posting holds completely, for its comment. */
export class Leftovers {
  readonly #row: RowCells;
  readonly #columns = new Set<number>();
  readonly #texts: CommentLine[] = [];
  readonly warnings: string[] = [];

  constructor(row: RowCells) {
    this.#row = row;
    for (const [at] of row.raw.entries()) if (!row.layout.targets[at]) this.#columns.add(at);
    // If several columns have the same target, the first filled cell is used and the others are left over.
    for (const target of targets) {
      if (sharedTargets.has(target)) continue;
      const filled = row.layout.columns(target).filter((at) => row.text(at) !== "");
      for (const at of filled.slice(1)) this.#columns.add(at);
    }
  }

  /** Adds the cells of the targets' columns. */
  addTargets(...added: Target[]): void {
    for (const target of added) {
      for (const at of this.#row.layout.columns(target)) this.#columns.add(at);
    }
  }

  addColumn(at: number): void {
    this.#columns.add(at);
  }

  addText(name: string, text: string): void {
    this.#texts.push({ name, text });
  }

  /** The target's texts without the addresses that stand behind names; those are left over. */
  named(target: Target, texts: string[]): string[] {
    return texts.map((cell) => {
      const { text } = withoutLinks(cell);
      if (text !== cell) this.addTargets(target);
      return text;
    });
  }

  /** The text on one line, truncated with "…" at the field's length; the full text is left over. */
  truncate(field: LimitedField, text: string): string {
    // A code point is at most two units long, so that no more is looked at than could be kept.
    const most = postingLimits[field] * 2 + 2;
    const line = storableText(text.slice(0, most)).replace(/\n/g, " ");
    const signs = [...line];
    if (text.length <= most && signs.length <= postingLimits[field]) return line;
    this.addText(`${labels[field]}, in full`, text);
    if (field === "company_name" || field === "posting_title") {
      this.warnings.push(`${labels[field]} is longer than ${postingLimits[field]} characters.`);
    }
    const kept = signs.slice(0, postingLimits[field] - 1).join("");
    return `${kept.trimEnd()}…`;
  }

  /** The text, or "" if it is too long: a truncated URL would be broken. */
  dropIfTooLong(field: LimitedField, text: string): string {
    if (text.length <= postingLimits[field]) return text;
    this.addText(`${labels[field]}, in full`, text);
    return "";
  }

  /** The collected lines, in sheet order. */
  get lines(): CommentLine[] {
    const lines = [...this.#columns]
      .sort((a, b) => a - b)
      .map((at) => ({ name: columnName(this.#row.layout.headings, at), text: this.#row.text(at) }));
    return [...lines.filter(({ text }) => text !== ""), ...this.#texts];
  }
}

/** Removes NUL characters and replaces lone surrogates, which the database and the API refuse. */
export const storableText = (text: string) => text.toWellFormed().replaceAll("\0", "").trim();
