import { z } from "zod";
import { bool } from "../fields.ts";
import type { Field, Fields, FormField, SecretField } from "./fields.ts";
import { type Representation, representation, type WireType } from "./representation.ts";

type Row = Record<string, unknown>;

/** The names of the fields that a form shows. */
export type ShownName<F extends Fields> = Extract<
  { [K in keyof F]: F[K] extends FormField ? K : never }[keyof F],
  string
>;

const isShown = (field: Fields[string]): field is FormField => "initial" in field;
const inForm = (field: Fields[string]): field is FormField | SecretField => "form" in field;
const isSecret = (field: Fields[string]): field is SecretField =>
  "input" in field && field.input === "secret";

const entries = (fields: Fields) => Object.entries(fields);

const map = (fields: Fields, of: (field: Fields[string]) => unknown) =>
  Object.fromEntries(entries(fields).map(([name, field]) => [name, of(field)]));

/** The fields of the documented resource, or of one of our own sub-resources. */
const ofPart = (fields: Fields, part?: string) =>
  Object.fromEntries(entries(fields).filter(([, field]) => field.part === part));

type PartNames<F extends Fields, P> = {
  [K in keyof F]: F[K] extends { part: infer Q }
    ? Q extends P
      ? K
      : never
    : P extends undefined
      ? K
      : never;
}[keyof F];

type ApiShape<F extends Fields, P> = {
  [K in PartNames<F, P> as F[K] extends { readOnly: true } ? never : K]: F[K] extends {
    api: (zone: string) => infer T;
  }
    ? T
    : never;
};

/** The shape of what the API takes, as a zod schema for a zone: the documented fields, or those of a sub-resource. */
export const inputOf =
  <F extends Fields, const P extends string | undefined = undefined>(fields: F, part?: P) =>
  (zone: string) =>
    z.object(
      map(taken(ofPart(fields, part)), (field) => field.api(zone)) as unknown as ApiShape<F, P>,
    );

/** Without what the API only shows. */
const taken = (fields: Fields) =>
  Object.fromEntries(entries(fields).filter(([, field]) => !field.readOnly));

type FormShape<F extends Fields> = {
  [K in keyof F as F[K] extends { form: unknown } ? K : never]: F[K] extends {
    form: (zone: string) => infer T;
  }
    ? T
    : never;
};

/** What a form may send, field by field, for a zone. */
function formShape<F extends Fields>(fields: F, zone: string): FormShape<F> {
  const shown = entries(fields).flatMap(([name, field]) =>
    inForm(field) ? [[name, field.form(zone)] as const] : [],
  );
  return Object.fromEntries(shown) as unknown as FormShape<F>;
}

/**
 * What a form sends, for a zone, all of it optional, with `more` fields that only the form has. A secret that is left
 * empty is kept, unless `remove_password` is on.
 */
export function formOf<F extends Fields, More extends z.ZodRawShape = Record<never, never>>(
  fields: F,
  more?: More,
) {
  type Sent = Partial<z.output<z.ZodObject<FormShape<F> & More>>>;
  const secret = Object.keys(fields).find((name) => isSecret(fields[name] as Field));
  return (zone: string) =>
    z
      .object({ ...formShape(fields, zone), ...more, remove_password: bool() })
      .partial()
      .transform((sent): Sent => {
        const { remove_password, ...rest } = sent as Row;
        if (secret && !rest[secret]) {
          delete rest[secret];
          if (remove_password) rest[secret] = null;
        }
        return rest as Sent;
      });
}

/** The texts that a form begins with; a secret is never among them. */
export function initialValues<F extends Fields>(
  fields: F,
  row: { [K in ShownName<F>]?: unknown },
  zone: string,
): Record<ShownName<F>, string> {
  const shown = entries(fields).flatMap(([name, field]) =>
    isShown(field) ? [[name, field.initial((row as Row)[name], zone)] as const] : [],
  );
  return Object.fromEntries(shown) as Record<ShownName<F>, string>;
}

/** The same with secrets as they are stored, sealed: what tells whether another save came between. */
export function storedValues<F extends Fields>(
  fields: F,
  row: { [K in ShownName<F>]?: unknown },
  zone: string,
): Record<string, string> {
  const secrets = entries(fields).flatMap(([name, field]) =>
    isSecret(field) ? [[name, String((row as Row)[name] ?? "")] as const] : [],
  );
  return { ...initialValues(fields, row, zone), ...Object.fromEntries(secrets) };
}

/** What people call each field. */
export const labelsOf = <F extends Fields>(fields: F) =>
  map(fields, (field) => field.label) as Record<Extract<keyof F, string>, string>;

/** The maximal length of each text field, in code points. */
export function limitsOf<F extends Fields>(fields: F) {
  const limited = entries(fields).filter(([, field]) => field.max !== undefined);
  type Limited = { [K in keyof F]: F[K] extends { max: number } ? K : never }[keyof F];
  return Object.fromEntries(limited.map(([name, field]) => [name, field.max])) as Record<
    Extract<Limited, string>,
    number
  >;
}

/** An example of the whole row as the API shows it, or of a sub-resource. */
export function sampleOf(fields: Fields, part?: string): Row {
  const sample = map(ofPart(fields, part), (field) => field.sample);
  return part ? sample : { id: 1, ...sample, user: 1 };
}

/** The whole row as the API shows it, with its id and its owner; or the fields of a sub-resource alone. */
export function representationOf(id: string, fields: Fields, part?: string): Representation {
  const shown = entries(ofPart(fields, part));
  const spec = shown.map(([name, { wire }]): [string, WireType] => [name, wire]);
  const nullable = shown
    .filter(([, field]: [string, Field]) => field.nullable)
    .map(([name]) => name);
  const whole = part ? spec : [["id", "integer"] as const, ...spec, ["user", "integer"] as const];
  return representation(id, Object.fromEntries(whole), nullable);
}

/** Some fields of a representation, as lists show them. */
export function briefOf(
  id: string,
  whole: Representation,
  names: readonly string[],
): Representation {
  const types = new Map(whole.fields);
  const spec = names.map((name): [string, WireType] => {
    const type = types.get(name);
    if (!type) throw new Error(`${id}: there is no field ${name}`);
    return [name, type];
  });
  return representation(id, Object.fromEntries(spec), whole.nullable);
}

/** The fields that a search reads: what the row is called, and the other texts in their order. */
export function searchedOf(fields: Fields): {
  names: string[];
  texts: { name: string; order: number }[];
} {
  const searched = entries(fields);
  return {
    names: searched.flatMap(([name, { search }]) => (search === "name" ? [name] : [])),
    texts: searched.flatMap(([name, { search }]) =>
      typeof search === "number" ? [{ name, order: search }] : [],
    ),
  };
}
