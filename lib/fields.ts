import { z } from "zod";
import { parseInstant } from "./dates.ts";
import { Invalid } from "./errors.ts";

type Fault = (value: string) => string | null;

type TextRules = {
  /** longest length in code points */
  max?: number;
  blank?: boolean;
  /** the sentence for what is no text */
  wrong?: string;
  /** own rules, said before and after the length */
  first?: Fault;
  last?: Fault;
};

export const missing = "This field is required.";
const isNull = "This field may not be null.";
const wrongText = "Not a valid string.";
const wrongInt = "A valid integer is required.";
const wrongDate =
  "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

// undefined: not sent · null: sent as nothing · else the sentence for a wrong type
const fault = (wrong: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? missing : issue.input === null ? isNull : wrong;

// What the documented API trims, and no more (a byte order mark stays).
const space =
  "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const ends = new RegExp(`^${space}|${space}$`, "g");
const trim = (value: string) => value.replace(ends, "");

const numberAsText = (value: unknown) => (typeof value === "number" ? String(value) : value);

/** A text as the documented API takes it: numbers become text, ends are trimmed, length counts code points. */
export function text({ max, blank = false, wrong = wrongText, first, last }: TextRules = {}) {
  const faults: Fault[] = [
    ...(first ? [first] : []),
    (value) =>
      max && value.length > max && [...value].length > max
        ? `Ensure this field has no more than ${max} characters.`
        : null,
    (value) => (value.includes("\0") ? "Null characters are not allowed." : null),
    loneSurrogate,
    ...(last ? [last] : []),
  ];
  const inner = z.string({ error: fault(wrong) }).transform(trim);
  return z.preprocess(
    numberAsText,
    (max ? inner.meta({ maxLength: max }) : inner).superRefine((value, ctx) => {
      const say = (message: string) => ctx.addIssue({ code: "custom", message });
      if (value === "") {
        if (!blank) say("This field may not be blank.");
        return;
      }
      for (const rule of faults) {
        const message = rule(value);
        if (message) say(message);
      }
    }),
  );
}

function loneSurrogate(value: string): string | null {
  if (value.isWellFormed()) return null;
  const code = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.exec(value);
  const hex = code?.[0].charCodeAt(0).toString(16).toUpperCase();
  return `Surrogate characters are not allowed: U+${hex}.`;
}

// In lower case, in capitals or with one capital, and as the digits 1 and 0.
const spellings = (...words: string[]) =>
  words.flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)]);
const truthy = new Set(spellings("t", "y", "yes", "true", "on", "1"));
const falsy = new Set(spellings("f", "n", "no", "false", "off", "0"));

/** A boolean, also as the words and digits that forms send. */
export const bool = () =>
  z.preprocess(
    (value) => {
      if (value === 1 || value === 0) return value === 1;
      if (typeof value !== "string") return value;
      return truthy.has(value) ? true : falsy.has(value) ? false : value;
    },
    z.boolean({ error: fault("Must be a valid boolean.") }),
  );

const [least, most] = [-(2 ** 31), 2 ** 31 - 1];

/** A whole number of 32 bits, also as text (" 7 ") or 4.0. */
export const int = () =>
  z.preprocess(
    (value) =>
      typeof value === "string" && /^\s*[+-]?\d+(\.0*)?\s*$/.test(value) && value.length <= 1000
        ? Number(value)
        : value,
    z
      .custom<number>((value) => value !== undefined && value !== null, { error: fault(wrongInt) })
      .superRefine((value, ctx) => {
        const message = intFault(value);
        if (message) ctx.addIssue({ code: "custom", message });
      })
      .meta({ type: "integer", minimum: least, maximum: most }),
  );

function intFault(value: unknown): string | null {
  if (typeof value === "string" && value.length > 1000) return "String value too large.";
  if (typeof value !== "number" || !Number.isInteger(value)) return wrongInt;
  if (value > most) return `Ensure this value is less than or equal to ${most}.`;
  if (value < least) return `Ensure this value is greater than or equal to ${least}.`;
  return null;
}

/** The id of another row, as number or digits; whether there is such a row is the command's to say. */
export const reference = () =>
  z.preprocess(
    (value) => (value === "" ? null : value),
    z
      .custom<number>((value) => value !== undefined && value !== null, { error: fault(isNull) })
      .transform((value: unknown, ctx): number => {
        if (typeof value === "number") return value;
        if (typeof value === "string" && /^\s*[+-]?\d+\s*$/.test(value)) return Number(value);
        const message = `Incorrect type. Expected pk value, received ${pythonType(value)}.`;
        ctx.addIssue({ code: "custom", message });
        return z.NEVER;
      })
      .meta({ type: "integer" }),
  );

function pythonType(value: unknown): string {
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  return Array.isArray(value) ? "list" : "dict";
}

/** A date-time in the stored UTC form; without an offset it is read in `zone`. */
export const instantIn = (zone: string) =>
  z
    .string({ error: fault(wrongDate) })
    .meta({ examples: ["2024-05-01T10:00:00-07:00"] })
    .transform((value, ctx) => {
      const read = parseInstant(value, zone);
      if ("value" in read) return read.value;
      const message =
        read.fault === "gap" ? `Invalid datetime for the timezone "${zone}".` : wrongDate;
      ctx.addIssue({ code: "custom", message });
      return z.NEVER;
    });

/** Stands for a text that should have been JSON. */
export const brokenJson = Symbol("broken JSON");

/** Any JSON value that can be stored and given back. */
export const anyJson = () =>
  z
    .custom<z.core.util.JSONType>(
      (value) => !(value === undefined || value === null || value === brokenJson),
      {
        error: fault("Value must be valid JSON."),
      },
    )
    .meta({
      type: ["object", "array", "string", "number", "boolean"],
    });
/** Turns a zod error into the API's body: field → sentences; what concerns the whole goes to `non_field_errors`. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const name = issue.path.length > 0 ? String(issue.path[0]) : "non_field_errors";
    fields[name] = [...(fields[name] ?? []), issue.message];
  }
  return fields;
}

/** The input as the schema reads it. Throws `Invalid` with what is wrong at each field, or at `field`. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  field?: string,
): z.output<Schema> {
  const read = schema.safeParse(input);
  if (read.success) return read.data;
  const errors = fieldErrors(read.error);
  throw new Invalid(field ? { [field]: Object.values(errors).flat() } : errors);
}

/** The id that a server action is called with; whatever is none becomes 0, which no row has. */
export const rowKey = z.int().positive().catch(0);
