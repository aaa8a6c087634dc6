import { z } from "zod";
import { parseDay, parseInstant } from "./dates.ts";
import { dayOfValue } from "./day-value.ts";
import { Invalid } from "./errors.ts";
import { isLonger, trimBlanks } from "./unicode.ts";

type TextRule = (value: string) => string | null;

type TextOptions = {
  /** longest length in code points */
  max?: number;
  blank?: boolean;
  /** the sentence for what is no text */
  typeMessage?: string;
  /** own rules, said before and after the length */
  ruleBefore?: TextRule;
  ruleAfter?: TextRule;
};

export const requiredMessage = "This field is required.";
const nullMessage = "This field may not be null.";
const textMessage = "Not a valid string.";
const integerMessage = "A valid integer is required.";
const dateMessage = "Date has wrong format. Use this format instead: YYYY-MM-DD.";
const dateTimeMessage =
  "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";

// undefined: not sent · null: sent as nothing · else the sentence for a wrong type
const typeError = (wrong: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? requiredMessage : issue.input === null ? nullMessage : wrong;

const numberAsText = (value: unknown) => (typeof value === "number" ? String(value) : value);

/** A text as the documented API takes it: numbers become text, ends are trimmed, length counts code points. */
export function text({
  max,
  blank = false,
  typeMessage: wrong = textMessage,
  ruleBefore: first,
  ruleAfter: last,
}: TextOptions = {}) {
  const rules: TextRule[] = [
    ...(first ? [first] : []),
    (value) =>
      max && isLonger(value, max) ? `Ensure this field has no more than ${max} characters.` : null,
    (value) => (value.includes("\0") ? "Null characters are not allowed." : null),
    loneSurrogate,
    ...(last ? [last] : []),
  ];
  const inner = z.string({ error: typeError(wrong) }).transform(trimBlanks);
  return z.preprocess(
    numberAsText,
    (max ? inner.meta({ maxLength: max }) : inner).superRefine((value, ctx) => {
      const addIssue = (message: string) => ctx.addIssue({ code: "custom", message });
      if (value === "") {
        if (!blank) addIssue("This field may not be blank.");
        return;
      }
      for (const rule of rules) {
        const message = rule(value);
        if (message) addIssue(message);
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
    z.boolean({ error: typeError("Must be a valid boolean.") }),
  );

const [minInt32, maxInt32] = [-(2 ** 31), 2 ** 31 - 1];
const maxNumberLength = 1000;

/** A whole number of 32 bits, also as text (" 7 ") or 4.0. */
export const int = () =>
  z.preprocess(
    (value) =>
      typeof value === "string" &&
      value.length <= maxNumberLength &&
      /^\s*[+-]?\d+(\.0*)?\s*$/.test(value)
        ? Number(value)
        : value,
    z
      .custom<number>((value) => value !== undefined && value !== null, {
        error: typeError(integerMessage),
      })
      .superRefine((value, ctx) => {
        const message = intFault(value);
        if (message) ctx.addIssue({ code: "custom", message });
      })
      .meta({ type: "integer", minimum: minInt32, maximum: maxInt32 }),
  );

function intFault(value: unknown): string | null {
  if (typeof value === "string" && value.length > maxNumberLength) return "String value too large.";
  if (typeof value !== "number" || !Number.isInteger(value)) return integerMessage;
  if (value > maxInt32) return `Ensure this value is less than or equal to ${maxInt32}.`;
  if (value < minInt32) return `Ensure this value is greater than or equal to ${minInt32}.`;
  return null;
}

/** The id of another row, as number or digits; whether there is such a row is the command's to say. */
export const rowReference = () =>
  z.preprocess(
    (value) => (value === "" ? null : value),
    z
      .custom<number>((value) => value !== undefined && value !== null, {
        error: typeError(nullMessage),
      })
      .transform((value: unknown, ctx): number => {
        if (typeof value === "number") return value;
        const short = typeof value === "string" && value.length <= maxNumberLength;
        if (short && /^\s*[+-]?\d+\s*$/.test(value)) return Number(value);
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
export const instantInZone = (zone: string) =>
  moment(zone, (value) => parseInstant(value, zone)).meta({
    examples: ["2024-05-01T10:00:00-07:00"],
  });

/** The same, or a day without a time (`2024-05-01`), which stays that day in every zone; for forms. */
export const instantOrDay = (zone: string) =>
  moment(zone, (value) => {
    const day = parseDay(value);
    return "value" in day ? day : parseInstant(value, zone);
  });

const moment = (zone: string, parse: (value: string) => ReturnType<typeof parseInstant>) =>
  z.string({ error: typeError(dateTimeMessage) }).transform((value, ctx) => {
    const parsed = parse(value);
    if ("value" in parsed) return parsed.value;
    const message =
      parsed.fault === "gap" ? `Invalid datetime for the timezone "${zone}".` : dateTimeMessage;
    ctx.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** A list of up to `max`, counted before its elements are judged. */
export const upTo = <Element extends z.ZodType>(max: number, array: z.ZodArray<Element>) =>
  z.preprocess((value, ctx) => {
    if (Array.isArray(value) && value.length > max)
      ctx.addIssue({ code: "custom", message: `Ensure this list has no more than ${max} items.` });
    return value;
  }, array.max(max));

/** The days that something may be due on. */
export const [firstDay, lastDay] = ["1970-01-01", "2200-12-31"];

/** A calendar day, `YYYY-MM-DD`, of a time that people plan for. */
export const calendarDay = () =>
  z
    .string({ error: typeError(dateMessage) })
    .transform((value, ctx) => {
      const parsed = parseDay(value);
      const day = "value" in parsed ? dayOfValue(parsed.value) : undefined;
      if (day && day >= firstDay && day <= lastDay) return day;
      const message = day ? `Give a day from ${firstDay} to ${lastDay}.` : dateMessage;
      ctx.addIssue({ code: "custom", message });
      return z.NEVER;
    })
    .meta({ format: "date" });

/** A time of day, `HH:MM`. */
export const clockTime = () =>
  z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Give a time, like 09:30.");

/** One of a few words. */
export const oneOf = <const Word extends string>(words: readonly [Word, ...Word[]]) =>
  z.enum(words, { error: typeError(`Give one of these: ${words.join(", ")}.`) });

/** Stands for a text that should have been JSON. */
export const invalidJson = Symbol("broken JSON");

/** Any JSON value that can be stored and given back. */
export const jsonValue = () =>
  z
    .custom<z.core.util.JSONType>(
      (value) => !(value === undefined || value === null || value === invalidJson),
      { error: typeError("Value must be valid JSON.") },
    )
    .meta({ type: ["object", "array", "string", "number", "boolean"] });

/** Turns a zod error into the API's body: field → sentences; what concerns the whole goes to `non_field_errors`. */
export function fieldErrors(error: z.ZodError): Record<string, string[]> {
  // A map, since a name can be any word of a client's, "constructor" too.
  const fields = new Map<string, string[]>();
  for (const issue of error.issues) {
    const name = issue.path.length > 0 ? String(issue.path[0]) : "non_field_errors";
    const messages = fields.get(name);
    if (messages) messages.push(issue.message);
    else fields.set(name, [issue.message]);
  }
  return Object.fromEntries(fields);
}

/** The input as the schema reads it. Throws `Invalid` with what is wrong at each field, or at `field`. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  field?: string,
): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const errors = fieldErrors(parsed.error);
  throw new Invalid(field ? { [field]: Object.values(errors).flat() } : errors);
}

/** The id that a server action is called with; anything else becomes 0, which no row has. */
export const rowIdOrZero = z.int().positive().catch(0);
