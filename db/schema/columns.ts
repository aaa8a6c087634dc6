import { sql } from "drizzle-orm";
import { customType, integer, text } from "drizzle-orm/sqlite-core";

/** A UTC instant as `2024-05-01T17:00:00.000000Z`: fixed width, so that text order is time order. */
export const instant = () => text();

/** Any JSON value; SQL NULL and JSON null are one thing, as in the documented API. */
export const json = customType<{ data: unknown; driverData: string | null }>({
  dataType: () => "text",
  toDriver: (value) => (value === null ? null : JSON.stringify(value)),
  fromDriver: (value) => (value === null ? null : JSON.parse(value)),
});

/** A documented text field: never null, empty when nothing was said. */
export const blank = () => text().notNull().default("");

export const flag = () => integer({ mode: "boolean" }).notNull().default(false);

/** This moment in the stored form, for defaults that SQL fills in. */
export const sqlNow = sql`(strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z')`;
