import { hash } from "node:crypto";

const fieldName = "unchanged";

/** A short hash of a field's value. Browsers send line ends as CRLF. */
export const valueHash = (text: string) =>
  hash("sha256", text.replaceAll("\r\n", "\n"), "base64url").slice(0, 16);

/**
 * The value of an edit form's hidden field `unchanged`, so that only changed fields are
 * written: the hash of each initial value.
 */
export function initialHashes(values: Record<string, string>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(values).map(([field, value]) => [field, valueHash(value)])),
  );
}

/** The changed fields of a form; all fields where it sent no hashes. */
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

/** The hashes of a form's initial values, by field. */
export function hashesOf(form: FormData): Record<string, unknown> {
  return readHashes(form.get(fieldName));
}

/** Parses hashes that a form sent; `{}` where they are invalid. */
export function readHashes(sent: FormDataEntryValue | null): Record<string, unknown> {
  try {
    const hashes: unknown = JSON.parse(typeof sent === "string" ? sent : "{}");
    return typeof hashes === "object" && hashes !== null ? { ...hashes } : {};
  } catch {
    return {};
  }
}
