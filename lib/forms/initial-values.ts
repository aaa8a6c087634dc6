import { createHash } from "node:crypto";

const name = "unchanged";

/** A short hash of a text. Browsers send line ends as CRLF. */
export const mark = (text: string) =>
  createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("base64url").slice(0, 16);

/**
 * What an edit form sends along in a hidden field `unchanged`, so that only what was changed in it is
 * written: the mark of each value that it began with.
 */
export function marksOf(values: Record<string, string>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(values).map(([field, value]) => [field, mark(value)])),
  );
}

/** The fields that were changed in the form; all of them where it sent no marks. */
export function changedFields(form: FormData): Record<string, string> {
  const marks = beganWith(form);
  const fields: Record<string, string> = {};
  for (const [field, value] of form) {
    if (typeof value !== "string" || field === name) continue;
    if (marks[field] !== mark(value)) fields[field] = value;
    else delete fields[field];
  }
  return fields;
}

/** The marks that the form began with, by field. */
export function beganWith(form: FormData): Record<string, unknown> {
  return readMarks(form.get(name));
}

/** Reads marks that a form sent; none where they are no marks. */
export function readMarks(sent: FormDataEntryValue | null): Record<string, unknown> {
  try {
    const marks: unknown = JSON.parse(typeof sent === "string" ? sent : "{}");
    return typeof marks === "object" && marks !== null ? { ...marks } : {};
  } catch {
    return {};
  }
}
