import { sql } from "drizzle-orm";
import { customType, integer, text } from "drizzle-orm/sqlite-core";

/** The number of a row, given once and never again. */
export const id = () => integer().primaryKey({ autoIncrement: true });

/** A UTC instant like `2024-05-01T17:00:00.000000Z`; its fixed width makes text order time order. */
export const instant = () => text();

/** Any JSON value; JSON null is stored as SQL NULL, as the documented API treats them alike. */
export const json = customType<{ data: unknown; driverData: string | null }>({
  dataType: () => "text",
  toDriver: (value) => (value === null ? null : JSON.stringify(value)),
  fromDriver: (value) => (value === null ? null : JSON.parse(value)),
});

/** An optional text: never null, empty by default, as in the documented API. */
export const blank = () => text().notNull().default("");

/** A boolean, false by default. */
export const flag = () => integer({ mode: "boolean" }).notNull().default(false);

/** The current time in the format of `instant`, as a default that SQLite fills in. */
export const sqlNow = sql`(strftime('%Y-%m-%dT%H:%M:%f', 'now') || '000Z')`;
