import { normalizeText, trimBlanks } from "../unicode.ts";

/** A tag's name as it is compared: without case, of any spelling of the same letters. */
export const tagKey = (name: string): string =>
  trimBlanks(normalizeText(normalizeText(name, "NFKC").toLowerCase(), "NFKC")).replace(/\s+/g, " ");
