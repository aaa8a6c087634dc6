import { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { Invalid } from "../errors.ts";
import { brokenJson, parseInput } from "../fields.ts";
import { type Body, objectOf } from "./body.ts";
import type { BodyShape, Operation } from "./operation.ts";

/** How a form speaks of a field, found by asking its schema. */
type Trait = { json: boolean; bool: boolean; optional: boolean; nullable: boolean; blank: boolean };

type Prepared<T> = { schema: z.ZodType<T>; traits: Map<string, Trait> };

const prepared = new WeakMap<BodyShape<never>, Map<string, Prepared<never>>>();

/** A shape is built once per zone: building one costs more than reading with it. */
function prepare<T>(shape: BodyShape<T>, zone: string): Prepared<T> {
  const zones = (prepared.get(shape as BodyShape<never>) ?? new Map()) as Map<string, Prepared<T>>;
  prepared.set(shape as BodyShape<never>, zones as Map<string, Prepared<never>>);
  let known = zones.get(zone);
  if (!known) {
    const schema = shape(zone);
    known = { schema, traits: traitsOf(schema) };
    zones.set(zone, known);
  }
  return known;
}

function traitsOf(schema: z.ZodType): Map<string, Trait> {
  const fields = schema instanceof z.ZodObject ? Object.entries(schema.shape) : [];
  return new Map(fields.map(([name, field]) => [name, traitOf(field as z.ZodType)]));
}

function traitOf(field: z.ZodType): Trait {
  const takes = (value: unknown) => field.safeParse(value).success;
  return {
    json: takes({}) && !takes(brokenJson),
    bool: field.safeParse("true").data === true,
    optional: takes(undefined),
    nullable: takes(null),
    blank: takes(""),
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
  const sent = objectOf(body);
  const { schema, traits } = prepare(shape, zone);
  const fields = "form" in sent ? fromForm(sent.form, traits, partial) : sent.fields;
  try {
    return parseInput(schema, fields);
  } catch (error) {
    if (!(error instanceof Invalid && actor && check)) throw error;
    throw new Invalid({ ...(await check(actor, fields)), ...error.fields });
  }
}

/** A form's fields as the JSON that they stand for: forms have no null, no false and no lists. */
function fromForm(form: Map<string, unknown>, traits: Map<string, Trait>, partial: boolean) {
  const fields: Record<string, unknown> = {};
  for (const [name, trait] of traits) {
    if (!form.has(name)) {
      if (trait.bool && !partial) fields[name] = false;
      continue;
    }
    const value = form.get(name);
    if (trait.json) fields[name] = parsed(value);
    else if (value !== "" || trait.blank) fields[name] = value;
    else if (trait.nullable) fields[name] = null;
    else if (!trait.optional) fields[name] = value;
  }
  return fields;
}

function parsed(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return brokenJson;
  }
}
