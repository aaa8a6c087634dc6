import { z } from "zod";
import { parseInstant } from "./dates.ts";
import { Invalid } from "./errors.ts";

type TextRules = { max?: number; blank?: boolean };

const missing = "This field is required.";
const wrongDate =
  "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

// undefined: not sent · null: sent as nothing · else the sentence for a wrong type
const fault = (wrong: string) => (issue: { input?: unknown }) =>
  issue.input === undefined
    ? missing
    : issue.input === null
      ? "This field may not be null."
      : wrong;

/** A text as the documented API takes it: numbers become text, ends are trimmed, length counts code points. */
export function text({ max, blank = false }: TextRules = {}) {
  let inner = z.string({ error: fault("Not a valid string.") });
  if (max) inner = inner.meta({ maxLength: max });
  return z.preprocess(
    (value) => (typeof value === "number" ? String(value) : value),
    inner
      .superRefine((value, ctx) => {
        const say = (message: string) => ctx.addIssue({ code: "custom", message });
        if (!blank && value.trim() === "") say("This field may not be blank.");
        if (value.includes("\0")) say("Null characters are not allowed.");
        if (!value.isWellFormed()) say("Not a valid string.");
        if (max && [...value.trim()].length > max) {
          say(`Ensure this field has no more than ${max} characters.`);
        }
      })
      .transform((value) => value.trim()),
  );
}

const truthy = new Set(["t", "y", "yes", "true", "on", "1"]);
const falsy = new Set(["f", "n", "no", "false", "off", "0"]);

/** A boolean, also as the words and digits that forms send. */
export const bool = () =>
  z.preprocess(
    (value) => {
      if (value === 1 || value === 0) return value === 1;
      if (typeof value !== "string") return value;
      const word = value.trim().toLowerCase();
      return truthy.has(word) ? true : falsy.has(word) ? false : value;
    },
    z.boolean({ error: fault("Must be a valid boolean.") }),
  );

/** A whole number, also as text (" 7 ") or 4.0; within what SQLite stores exactly in JavaScript. */
export const int = () =>
  z.preprocess(
    (value) => {
      if (typeof value !== "string") return value;
      return /^\s*[+-]?\d+(\.0*)?\s*$/.test(value) ? Number(value) : value;
    },
    z.int({ error: fault("A valid integer is required.") }),
  );

/** A date-time in the stored UTC form; without an offset it is read in `zone`. */
export const instantIn = (zone: string) =>
  z.string({ error: fault(wrongDate) }).transform((value, ctx) => {
    const read = parseInstant(value, zone);
    if ("value" in read) return read.value;
    const message =
      read.fault === "gap" ? `Invalid datetime for the timezone "${zone}".` : wrongDate;
    ctx.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** Any JSON value that can be stored and given back. */
export const anyJson = () => z.json({ error: fault("Value must be valid JSON.") });

/** Turns a zod error into the API's body: field → sentences; what concerns the whole goes to `non_field_errors`. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const name = issue.path.length > 0 ? String(issue.path[0]) : "non_field_errors";
    fields[name] = [...(fields[name] ?? []), issue.message];
  }
  return fields;
}

/** The input as the schema reads it. Throws `Invalid` with what is wrong at each field. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.output<Schema> {
  const read = schema.safeParse(input);
  if (!read.success) throw new Invalid(fieldErrors(read.error));
  return read.data;
}
