import { z } from "zod";
import { formatInstant } from "../dates.ts";
import { decryptField } from "../secrets.ts";

/** How the API serialises a column. A time zone that is not stored is the person's own. */
export type WireType =
  | "integer"
  | "text"
  | "boolean"
  | "instant"
  | "day"
  | "json"
  | "sealed"
  | "zone";

type Spec = Record<string, WireType>;
type Row = Record<string, unknown>;

/** The fields of an API resource, in order. A column that is not listed is never exposed. */
export type Representation = {
  fields: readonly (readonly [name: string, type: WireType])[];
  nullable: readonly string[];
  /** serialises a row, with date-times in the zone */
  one: (row: Row, zone: string) => Row;
  schema: z.ZodType;
};

// API names that differ from column names.
const columns: Record<string, string> = { user: "user_id" };

/** The column of an API field. */
export const columnOf = (field: string) => columns[field] ?? field;

/** Declares a representation; `nullable` names the fields that may be null. */
export function representation(
  id: string,
  spec: Spec,
  nullable: readonly string[] = [],
): Representation {
  const fields = Object.entries(spec);
  return {
    fields,
    nullable,
    one: (row, zone) => {
      const wire: Row = {};
      for (const [name, type] of fields) wire[name] = written(type, row[columnOf(name)], zone);
      return wire;
    },
    schema: z
      .strictObject(
        Object.fromEntries(
          fields.map(([name, type]) => {
            const schema = schemas[type]();
            return [name, nullable.includes(name) ? schema.nullable() : schema];
          }),
        ),
      )
      .meta({ id }),
  };
}

function written(type: WireType, value: unknown, zone: string): unknown {
  if (value === null || value === undefined) return type === "zone" ? zone : null;
  if (type === "instant") return formatInstant(value as string, zone);
  return type === "sealed" ? decryptField(value as string) : value;
}

const schemas: Record<WireType, () => z.ZodType> = {
  integer: () => z.int(),
  text: () => z.string(),
  boolean: () => z.boolean(),
  instant: () => z.string().meta({ format: "date-time" }),
  day: () => z.string().meta({ format: "date" }),
  json: () => z.json(),
  sealed: () => z.string(),
  zone: () => z.string(),
};
