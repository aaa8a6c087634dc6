import { decodeHTML } from "entities";
import { plainText } from "../../../rich-text-words.ts";

/** The most characters of a name, title or place that are looked at. */
const maxWords = 1_000;

const controls = /[\p{Cc}\u200b\ufeff\ufffd]+/gu;

/** What programs write where they have nothing to say. */
const placeholder =
  /^(?:null|undefined|none|n\/?a|nan|tbd|tba|not (?:specified|available|provided)|[-–—_.?\s]*)$/i;

/**
 * A short text as one line: markup and entities (escaped twice, too) read, white space collapsed. Null for what is
 * neither text nor number, for nothing, and for placeholders ("N/A", "null", "-").
 */
export function words(value: unknown): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== "string") return null;
  let text = value.slice(0, maxWords).replace(controls, " ");
  for (let times = 0; times < 2 && text.includes("&"); times++) text = decodeHTML(text);
  const line = plainText(text).replace(controls, " ").replace(/\s+/g, " ").trim();
  return placeholder.test(line) ? null : line;
}
