import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { Invalid } from "../errors.ts";
import { invalidJson, parseInput } from "../fields.ts";
import { parseJsonText } from "../json-text.ts";
import { type Body, fieldsOrForm } from "./body.ts";
import type { BodyShape, Operation } from "./operation.ts";

/** How a form speaks of a field, found by asking its schema. */
type FieldTraits = {
  json: boolean;
  bool: boolean;
  optional: boolean;
  nullable: boolean;
  blank: boolean;
};

type PreparedShape = { schema: z.ZodType; traits: Map<string, FieldTraits> };

const preparedShapes = new WeakMap<BodyShape<unknown>, Map<string, PreparedShape>>();

/** A shape is built once per zone: building one costs more than reading with it. */
function prepare(shape: BodyShape<unknown>, zone: string): PreparedShape {
  const zones = preparedShapes.get(shape) ?? new Map<string, PreparedShape>();
  preparedShapes.set(shape, zones);
  let prepared = zones.get(zone);
  if (!prepared) {
    const schema = shape(zone);
    prepared = { schema, traits: traitsOf(schema) };
    zones.set(zone, prepared);
  }
  return prepared;
}

function traitsOf(schema: z.ZodType): Map<string, FieldTraits> {
  const fields = schema instanceof z.ZodObject ? Object.entries(schema.shape) : [];
  return new Map(fields.map(([name, field]) => [name, traitsOfField(field as z.ZodType)]));
}

function traitsOfField(field: z.ZodType): FieldTraits {
  const accepts = (value: unknown) => field.safeParse(value).success;
  return {
    json: accepts({}) && !accepts(invalidJson),
    bool: field.safeParse("true").data === true,
    optional: accepts(undefined),
    nullable: accepts(null),
    blank: accepts(""),
  };
}

/**
 * The body as the operation's shape reads it. Throws `Invalid` with all that is wrong at each field, or what
 * was wrong with the body as a whole.
 */
export async function parseBody(
  { body: shape, check, partial = false }: Operation,
  actor: Actor | null,
  zone: string,
  body: Body,
): Promise<unknown> {
  if (!shape) return undefined;
  const received = fieldsOrForm(body);
  const { schema, traits } = prepare(shape, zone);
  const fields = "form" in received ? fromForm(received.form, traits, partial) : received.fields;
  try {
    return parseInput(schema, fields);
  } catch (error) {
    if (!(error instanceof Invalid && actor && check)) throw error;
    throw new Invalid({ ...(await check(actor, fields)), ...error.fields });
  }
}

/** A form's fields as the JSON that they stand for: forms have no null, no false and no lists. */
function fromForm(form: Map<string, unknown>, traits: Map<string, FieldTraits>, partial: boolean) {
  const fields: Record<string, unknown> = {};
  for (const [name, trait] of traits) {
    if (!form.has(name)) {
      if (trait.bool && !partial) fields[name] = false;
      continue;
    }
    const value = form.get(name);
    if (trait.json) fields[name] = parseJson(value);
    else if (value !== "" || trait.blank) fields[name] = value;
    else if (trait.nullable) fields[name] = null;
    else if (!trait.optional) fields[name] = value;
  }
  return fields;
}

function parseJson(value: unknown): unknown {
  try {
    return parseJsonText(String(value));
  } catch {
    return invalidJson;
  }
}
