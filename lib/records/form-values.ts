import { z } from "zod";
import { text } from "../fields.ts";
import { parseJsonText } from "../json-text.ts";
import { toWebUrl } from "../urls.ts";

/** The rule, with an empty text read as null. */
export const blankAsNull = <T extends z.ZodType>(rule: T) =>
  z.preprocess((value) => (value === "" ? null : value), rule.nullable());

/** The rule, with an empty text read as not sent. */
export const blankAsUndefined = <T extends z.ZodType>(rule: T) =>
  z
    .literal("")
    .transform(() => undefined)
    .or(rule);

/** Refuses an empty text with this sentence. */
export const needed = (sentence: string) =>
  z.unknown().refine((value) => typeof value !== "string" || value.trim() !== "", sentence);

/** Parses a multi-line field: as JSON where it begins like a list or an object, else as one string per line. */
export const jsonLines = z.string().transform((value, ctx) => {
  const text = value.trim();
  if (!/^[[{]/.test(text)) {
    return text.split(/\r?\n/).flatMap((line) => (line.trim() ? [line.trim()] : []));
  }
  try {
    return z.json().parse(parseJsonText(text));
  } catch {
    ctx.addIssue({ code: "custom", message: "This begins like JSON and is not." });
    return z.NEVER;
  }
});

/** Formats JSON for a multi-line field: a list of strings as lines, any other value as indented JSON. */
export function linesOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const plain = Array.isArray(value) && value.every(isLine);
  return plain ? value.join("\n") : JSON.stringify(value, null, 2);
}

const isLine = (item: unknown) =>
  typeof item === "string" && item.trim() === item && item !== "" && !/[\r\n]|^[[{]/.test(item);

/** A web address, completed with `https://` where it is missing; may be empty. */
export const webAddressRule = (max: number) =>
  text({ max, blank: true }).transform((value, ctx) => {
    const link = toWebUrl(value);
    if (value && !link) {
      ctx.addIssue({ code: "custom", message: "Give a web address, like https://example.org." });
    }
    return link ?? value;
  });
