import { createHash } from "node:crypto";

const fieldName = "unchanged";

/** A short hash of a field's value. Browsers send line ends as CRLF. */
export const valueHash = (text: string) =>
  createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("base64url").slice(0, 16);

/**
 * What an edit form sends along in the hidden field `unchanged`, so that only what was changed in it is
 * written: the hash of each value that it began with.
 */
export function initialHashes(values: Record<string, string>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(values).map(([field, value]) => [field, valueHash(value)])),
  );
}

/** The fields that were changed in the form; all of them where it sent no hashes. */
export function changedFields(form: FormData): Record<string, string> {
  const hashes = hashesOf(form);
  const fields: Record<string, string> = {};
  for (const [field, value] of form) {
    if (typeof value !== "string" || field === fieldName) continue;
    if (hashes[field] !== valueHash(value)) fields[field] = value;
    else delete fields[field];
  }
  return fields;
}

/** The hashes of the values that the form began with, by field. */
export function hashesOf(form: FormData): Record<string, unknown> {
  return readHashes(form.get(fieldName));
}

/** Reads hashes that a form sent; none where they are no hashes. */
export function readHashes(sent: FormDataEntryValue | null): Record<string, unknown> {
  try {
    const hashes: unknown = JSON.parse(typeof sent === "string" ? sent : "{}");
    return typeof hashes === "object" && hashes !== null ? { ...hashes } : {};
  } catch {
    return {};
  }
}
