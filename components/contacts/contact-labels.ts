import { contactKind } from "@/lib/contacts/kind.ts";

/** What a contact is called. */
export const contactName = ({ name }: { name: string }): string =>
  name || contactKind.label.unnamed;

/** "Senior consultant at Fennel & Rowe", or what is known of it. */
export const workLabel = ({ role, company }: { role: string; company: string }): string =>
  [role, company].filter(Boolean).join(" at ");

/** The first letters of the first and the last word of a name: "RA". */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen
    .map((word = "") => [...word][0] ?? "")
    .join("")
    .toUpperCase();
}
