import "server-only";
import { createHash } from "node:crypto";
import { parseDay, parseInstant } from "../dates.ts";
import { shownJson } from "../json-text.ts";
import { maxRichLength } from "../records/fields.ts";
import { type SafeHtml, sanitizeRichText } from "../rich-text.ts";

/** A comment as pages show it. What API clients stored in another shape comes as plain text. */
export type Comment = {
  /** content hash of the entry: any change of it changes the hash */
  ref: string;
  comment_type: string;
  /** null where it does not have the documented shape: it can be deleted, not edited */
  html: SafeHtml | null;
  /** what is there instead */
  text: string;
  /** the stored UTC form; null where none, or none that can be read, is given */
  commented_at: string | null;
};

type Documented = Record<string, unknown> & { comment_content: string };

/** Whether an entry has the documented shape, as far as it takes to show and edit it. */
export const isComment = (entry: unknown): entry is Documented =>
  typeof entry === "object" &&
  entry !== null &&
  "comment_content" in entry &&
  typeof entry.comment_content === "string";

/** The entries of a `comments` field, whatever JSON it holds: a list's, or the one value that stands alone. */
export function commentEntries(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** How much of a thing's comments a page shows: more than anybody writes on one. */
const shown = { entries: 200, chars: 200_000 } as const;

/**
 * The comments of a `comments` field in its own order, without those before the last of so many, since a client can
 * send thousands; moments without an offset are in `zone`.
 */
export function readComments(value: unknown, zone: string): Comment[] {
  const all = commentEntries(value);
  let first = all.length;
  let chars = 0;
  while (first > 0 && all.length - first < shown.entries && chars < shown.chars) {
    first -= 1;
    chars += JSON.stringify(all[first]).length;
  }
  return all.slice(first).map((entry) => readComment(entry, zone));
}

function readComment(entry: unknown, zone: string): Comment {
  const ref = refOf(entry);
  if (!isComment(entry) || entry.comment_content.length > maxRichLength) {
    return { ref, comment_type: "", html: null, text: shownJson(entry), commented_at: null };
  }
  return {
    ref,
    comment_type: typeof entry.comment_type === "string" ? entry.comment_type : "",
    html: sanitizeRichText(entry.comment_content),
    text: "",
    commented_at: readMoment(entry.commented_at, zone),
  };
}

function readMoment(value: unknown, zone: string): string | null {
  if (typeof value !== "string") return null;
  const day = parseDay(value.trim());
  const read = "value" in day ? day : parseInstant(value, zone);
  return "value" in read ? read.value : null;
}

/** A content hash that identifies an entry. */
export function refOf(entry: unknown): string {
  return createHash("sha256").update(JSON.stringify(entry)).digest("base64url").slice(0, 22);
}
