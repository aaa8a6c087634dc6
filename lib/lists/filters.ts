import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { addDays, dayStart, parseInstant } from "../dates.ts";
import { type FieldErrors, Invalid } from "../errors.ts";
import { bool, calendarDay, int, parseInput } from "../fields.ts";
import { beforeDay, compareInstant, sinceDay } from "../records/days.ts";
import type { WireType } from "../records/representation.ts";
import { type Collection, columnFor } from "./collection.ts";

/** Comparison suffixes of filters: `field__gte=` and so on, besides `field=` and `field__isnull=true`. */
export const comparisons = { gte: ">=", gt: ">", lte: "<=", lt: "<" } as const;

type Comparison = keyof typeof comparisons;

const scalars: readonly WireType[] = ["integer", "text", "boolean", "instant", "day"];
const maxSearchLength = 200;
/** The most values of one filter. */
const maxValues = 1_000;

/** The scalar fields of a list: its filters and orderings. */
export function scalarFields({ fields }: Collection): (readonly [name: string, type: WireType])[] {
  return fields.fields.filter(([name, type]) => scalars.includes(type) && name !== "user");
}

/**
 * The conditions of a list's query parameters; parameters that name no field are ignored. Throws
 * `Invalid` with the faults of each.
 */
export function filtersOf(list: Collection, params: URLSearchParams, zone: string): SQL[] {
  const errors: FieldErrors = {};
  const found: SQL[] = [];
  for (const [field, type] of scalarFields(list)) {
    const column = columnFor(list.table, field);
    for (const name of [
      field,
      `${field}__isnull`,
      ...Object.keys(comparisons).map((c) => `${field}__${c}`),
    ]) {
      const values = params.getAll(name);
      if (values.length === 0) continue;
      try {
        const suffix = name.slice(field.length + 2);
        if (values.length > maxValues) throw wrong(`Name at most ${maxValues} values at once.`);
        found.push(matchesAny(column, type, suffix, [...new Set(values)], zone));
      } catch (error) {
        if (!(error instanceof Invalid)) throw error;
        errors[name] = Object.values(error.fields).flat();
      }
    }
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors);
  return found;
}

/** Condition: a field compares so with any of the values. */
function matchesAny(
  column: SQLiteColumn,
  type: WireType,
  suffix: string,
  texts: string[],
  zone: string,
): SQL {
  const comparison = suffix === "" ? undefined : (suffix as Comparison);
  if (suffix === "isnull") return anyOf(texts.map((text) => isNull(column, text)));
  if (type === "instant")
    return anyOf(texts.map((text) => instant(column, comparison, text, zone)));
  const [first, ...others] = texts.map((text) => scalar(type, text));
  const operator = sql.raw(comparison ? comparisons[comparison] : "=");
  if (others.length === 0) return sql`${column} ${operator} ${first}`;
  // One look at a set or a bound for each row, and not one for each value.
  const values = sql`json_each(${JSON.stringify([first, ...others])})`;
  if (!comparison) return sql`${column} in (select value from ${values})`;
  const bound = sql.raw(comparison.startsWith("g") ? "min" : "max");
  return sql`${column} ${operator} (select ${bound}(value) from ${values})`;
}

const isNull = (column: SQLiteColumn, text: string) =>
  parseInput(bool(), text) ? sql`${column} is null` : sql`${column} is not null`;

function scalar(type: WireType, text: string): string | number | null {
  if (type === "integer") return parseInput(int(), text);
  if (type === "day") return parseInput(calendarDay(), text);
  return type === "boolean" ? Number(parseInput(bool(), text)) : text;
}

/** Any of the conditions, as a balanced tree: SQLite takes none of more than 1,000 levels. */
function anyOf(conditions: SQL[]): SQL {
  const [only, ...more] = conditions;
  if (only && more.length === 0) return only;
  const half = conditions.length >> 1;
  return sql`(${anyOf(conditions.slice(0, half))} or ${anyOf(conditions.slice(half))})`;
}

const wrong = (message: string) => new Invalid({ value: [message] });

/** Compares with a moment, or with a whole day in the person's zone. */
function instant(
  column: SQLiteColumn,
  comparison: Comparison | undefined,
  text: string,
  zone: string,
): SQL {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) {
    // In a query string a plus sign means a space.
    const moment = parseInstant(text.replace(/ (\d\d:?\d\d)$/, "+$1"), zone);
    if (!("value" in moment)) throw wrong("Enter a date-time or a day, like 2024-05-01.");
    return compareInstant(column, comparison ? comparisons[comparison] : "=", moment.value, zone);
  }
  const next = addDays(text, 1);
  const bounds = [dayStart(text, zone), dayStart(next, zone)];
  if (bounds.some((bound) => bound.length !== 27)) throw wrong("There is no such day.");
  if (comparison === "gte") return sinceDay(column, text, zone);
  if (comparison === "gt") return sinceDay(column, next, zone);
  if (comparison === "lt") return beforeDay(column, text, zone);
  if (comparison === "lte") return beforeDay(column, next, zone);
  return sql`(${sinceDay(column, text, zone)} and ${beforeDay(column, next, zone)})`;
}

/** The text of `?search=`, or "". Throws `Invalid`. */
export function searchText(params: URLSearchParams): string {
  const words = (params.get("search") ?? "").trim();
  if (words.length > maxSearchLength) {
    throw new Invalid({
      search: [`Ensure this field has no more than ${maxSearchLength} characters.`],
    });
  }
  return words;
}

/** Condition: a text field contains the text. For lists that are not in the full-text index. */
export function containsText(list: Collection, words: string): SQL {
  const texts = list.fields.fields.flatMap(([name, type]) =>
    type === "text" ? [contains(columnFor(list.table, name), words)] : [],
  );
  // A list without texts has nothing that could say the words.
  return texts.length > 0 ? sql`(${sql.join(texts, sql` or `)})` : sql`false`;
}

/** Condition: the column contains the text; case-insensitive for A to Z. */
export function contains(column: SQLWrapper, words: string): SQL {
  const pattern = `%${words.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`${column} like ${pattern} escape '\\'`;
}
