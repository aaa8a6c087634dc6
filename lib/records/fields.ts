import type { z } from "zod";
import { datetimeLocalValue } from "../dates.ts";
import {
  bool,
  instantInZone,
  instantOrDay,
  int,
  jsonValue,
  oneOf,
  rowReference,
  text as textRule,
} from "../fields.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { blankAsNull, blankAsUndefined, jsonLines, linesOf, needed } from "./form-values.ts";
import type { WireType } from "./representation.ts";

/** Options of every field. */
export type Options = {
  /** an example for the API's description */
  sample: unknown;
  /** "name" where it says what the row is called; else its place among the texts that a search reads, or false */
  search?: "name" | number | false;
  /** the sub-resource of ours that shows it; without one it is documented */
  part?: string;
};

/** A field of a kind of thing: all that the API, the forms, the search and the pages know of it. */
export type Field<Api extends z.ZodType = z.ZodType> = Options & {
  /** what people call it */
  label: string;
  wire: WireType;
  nullable: boolean;
  max?: number;
  /** the API shows it and does not take it */
  readOnly?: true;
  /** how the API reads it; `zone` (IANA) is for date-times without an offset */
  api: (zone: string) => Api;
};

/** A field that a form shows; `initial` is the text that it begins with. */
export type FormField<
  Api extends z.ZodType = z.ZodType,
  Form extends z.ZodType = z.ZodType,
> = Field<Api> & {
  input: "text" | "rich" | "lines";
  form: (zone: string) => Form;
  initial: (value: unknown, zone: string) => string;
};

/** A field that a form takes and never shows. */
export type SecretField = Field<Nullable<Text>> & {
  input: "secret";
  form: (zone: string) => z.ZodNullable<Text>;
};

export type Fields = Record<string, Field | FormField | SecretField>;

type Text = ReturnType<typeof textRule>;
type Nullable<T extends z.ZodType> = z.ZodOptional<z.ZodNullable<T>>;
type Rule<T extends z.ZodType, S> = S extends { required: true }
  ? T
  : S extends { nullable: true }
    ? Nullable<T>
    : z.ZodOptional<T>;

/** What a field may be in the API: needed, or null; else it may be left out. */
type Presence = { required?: true; nullable?: true };

/** The rule of the API for a field, as needed or not as its options say. */
export const ruled = <T extends z.ZodType, const S extends Presence>(
  rule: T,
  { required, nullable }: S,
) => (required ? rule : nullable ? rule.nullable().optional() : rule.optional()) as Rule<T, S>;

type TextOptions = Options &
  Presence & {
    /** the API takes it empty */
    blank?: true;
    /** a form must not leave it empty; a sentence says so in other words */
    formRequired?: true | string;
  };

/** One line of text. `max` is in code points. */
export function text<const S extends TextOptions>(label: string, max: number, spec: S) {
  const { formRequired } = spec;
  const inForm = () => {
    const rule = textRule({ max, blank: !formRequired });
    return typeof formRequired === "string" ? needed(formRequired).pipe(rule) : rule;
  };
  return {
    ...spec,
    label,
    max,
    wire: "text",
    input: "text",
    nullable: spec.nullable ?? false,
    api: () => ruled(textRule({ max, blank: spec.blank }), spec),
    form: inForm as () => Text,
    initial: (value: unknown) => String(value ?? ""),
  } as const satisfies FormField;
}

/** A text that is kept encrypted: the API shows it to its owner, a form never does. */
export function secret(label: string, max: number, spec: Options) {
  const rule = () => textRule({ max, blank: true });
  return {
    ...spec,
    label,
    max,
    wire: "sealed",
    input: "secret",
    nullable: true,
    api: () => rule().nullable().optional(),
    form: () => rule().nullable(),
  } as const satisfies SecretField;
}

/** The longest rich text, in code points: ten times the longest advert, and little work to sanitize. */
export const maxRichLength = 200_000;

/** Rich text, made safe when a form sends it. */
export function rich<const S extends Options & Presence>(label: string, spec: S) {
  return {
    ...spec,
    label,
    wire: "text",
    input: "rich",
    nullable: spec.nullable ?? false,
    api: () => ruled(textRule({ max: maxRichLength, blank: !spec.required }), spec),
    form: () => textRule({ max: maxRichLength, blank: true }).transform(sanitizeRichText),
    initial: (value: unknown): string => sanitizeRichText(String(value ?? "")),
  } as const satisfies FormField;
}

/** A moment; a form may give the day alone. `readsNull` says that the API shows null where nothing is known, and does not take it. */
export function instant<const S extends Options & { nullable?: true; readsNull?: true }>(
  label: string,
  spec: S,
) {
  const nullable = spec.nullable ?? spec.readsNull ?? false;
  type Form = S extends { nullable: true } | { readsNull: true }
    ? ReturnType<typeof blankAsNull<ReturnType<typeof instantOrDay>>>
    : ReturnType<typeof blankAsUndefined<ReturnType<typeof instantOrDay>>>;
  return {
    ...spec,
    label,
    wire: "instant",
    input: "text",
    nullable,
    api: (zone: string) => ruled(instantInZone(zone), spec),
    form: (zone: string) =>
      (nullable ? blankAsNull(instantOrDay(zone)) : blankAsUndefined(instantOrDay(zone))) as Form,
    initial: (value: unknown, zone: string) =>
      datetimeLocalValue((value as string | null) ?? null, zone),
  } as const satisfies FormField;
}

/** A whole number; where it may be null, a form may leave it empty. */
export function integer<const S extends Options & { nullable?: true; limits?: [z.ZodInt] }>(
  label: string,
  spec: S,
) {
  type Form = S extends { nullable: true }
    ? ReturnType<typeof blankAsNull<ReturnType<typeof int>>>
    : ReturnType<typeof int>;
  const rule = () => (spec.limits ? int().pipe(spec.limits[0]) : int());
  return {
    ...spec,
    label,
    wire: "integer",
    input: "text",
    nullable: spec.nullable ?? false,
    api: () => ruled(int(), spec),
    form: () => (spec.nullable ? blankAsNull(rule()) : rule()) as Form,
    initial: (value: unknown) => String(value ?? ""),
  } as const satisfies FormField;
}

/** Yes or no. */
export function flag(label: string, spec: Options) {
  return {
    ...spec,
    label,
    wire: "boolean",
    input: "text",
    nullable: false,
    api: () => bool().optional(),
    form: bool,
    initial: (value: unknown) => (value ? "on" : "off"),
  } as const satisfies FormField;
}

/** Any JSON, which no form shows. */
export function json(label: string, spec: Options) {
  return {
    ...spec,
    label,
    wire: "json",
    nullable: true,
    api: () => jsonValue().nullable().optional(),
  } as const satisfies Field;
}

/** JSON that a form shows as lines. */
export function lines(label: string, spec: Options) {
  return {
    ...json(label, spec),
    input: "lines",
    form: () => jsonLines,
    initial: linesOf,
  } as const satisfies FormField;
}

/** One of a few words, which no form shows. */
export function choice<const Word extends string>(
  label: string,
  words: readonly [Word, ...Word[]],
  spec: Options,
) {
  return {
    ...spec,
    label,
    wire: "text",
    search: false,
    nullable: false,
    api: () => oneOf(words).optional(),
  } as const satisfies Field;
}

/** The id of another row, which the API needs. */
export function reference(label: string, spec: Options) {
  return {
    ...spec,
    label,
    wire: "integer",
    nullable: false,
    api: rowReference,
  } as const satisfies Field;
}

/** The id of another row, or null. */
export function optionalReference(label: string, spec: Options) {
  return {
    ...spec,
    label,
    wire: "integer",
    nullable: true,
    api: () => blankAsNull(rowReference()).optional(),
  } as const satisfies Field;
}
