import { createHash } from "node:crypto";
import { z } from "zod";
import { maxRichLength } from "../../records/fields.ts";
import { type SafeHtml, sanitizeRichText } from "../../rich-text.ts";
import { plainText } from "../../rich-text-words.ts";
import { normalizeText } from "../../unicode.ts";
import type { CapturedPosting } from "../posting.ts";

const text = () => z.string().nullable();

const pay = z.strictObject({
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: text(),
  period: z.enum(["hour", "day", "week", "month", "year"]).nullable(),
});

/** The values of a snapshot, in the order in which they are stored; null where the page did not say. */
export const snapshotFields = z.strictObject({
  company_name: text(),
  hiring_company: text(),
  posting_title: text(),
  locations: z.array(z.string()).nullable(),
  location_type: text(),
  employment_type: text(),
  pay: pay.nullable(),
  posted_on: text(),
  closes_on: text(),
  posting_url_full: text(),
  posting_url_domain: text(),
  job_id: text(),
  technology_string: text(),
});

export type SnapshotFields = z.infer<typeof snapshotFields>;

const names = snapshotFields.keyof().options;

/** Whether something of the posting itself was read: an address alone tells the board and the number. */
export const isRead = ({ found }: CapturedPosting): boolean =>
  [found.posting_title, found.job_description].some((each) => each && each.source !== "address");

/** What a snapshot keeps of a captured posting: its values, its text and the hash of its words. */
export function contentOf(posting: CapturedPosting) {
  const given = names.map((name) => [name, posting[name]]);
  const html = posting.job_description ?? "";
  return {
    fields: snapshotFields.parse(Object.fromEntries(given)),
    text: html.length > maxRichLength ? cut(html) : (html as SafeHtml),
    hash: hashOf(html),
  };
}

// Half a tag at the end is text without meaning; what is open is closed again.
const cut = (html: string) => sanitizeRichText(html.slice(0, maxRichLength));

/** SHA-256 of a rich text's words, so that other markup or spacing makes no other text. */
export const hashOf = (html: string): string =>
  createHash("sha256")
    .update(normalizeText(plainText(html), "NFKC"))
    .digest("hex");
