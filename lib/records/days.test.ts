import { type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { getDb } from "../../db/client.ts";
import { addDays, formatInstant, localDay, toInstant, toStored } from "../dates.ts";
import { dayValue } from "../day-value.ts";
import { freshDatabase } from "../testing.ts";
import {
  beforeDay,
  compareInstant,
  daySpan,
  localDateSql,
  sinceDay,
  untilNow,
  withinSpan,
} from "./days.ts";

freshDatabase();

// The ends of the world by offset, and changes of clocks.
const zone = fc.constantFrom(
  "America/New_York",
  "Asia/Tokyo",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
  "Pacific/Apia",
  "Pacific/Pago_Pago",
  "Etc/GMT+12",
  "Asia/Kolkata",
  "UTC",
);
const hourMs = 3_600_000;
const middle = Date.UTC(2025, 3, 6);
const millis = fc.integer({ min: -96, max: 96 }).map((hours) => middle + (hours * hourMs) / 2);
const day = fc.integer({ min: -2, max: 3 }).map((days) => addDays("2025-04-06", days));
const stored = fc.oneof(millis.map(toStored), day.map(dayValue));

/** What a condition says of each value, in SQL. */
async function saidOf(values: string[], what: SQL): Promise<unknown[]> {
  const rows = await getDb().all<{ said: unknown }>(sql`
    select ${what} as said from json_each(${JSON.stringify(values)}) each order by each.key`);
  return rows.map(({ said }) => said);
}

const value = sql`each.value`;
const isTrue = (list: boolean[]) => list.map(Number);

test("a day without a time counts as that day in every zone, in SQL as in pages", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stored, { minLength: 1 }),
      day,
      day,
      zone,
      async (values, a, b, z) => {
        const [from = a, to = b] = [a, b].sort();
        const days = values.map((one) => localDay(one, z));
        expect(await saidOf(values, sinceDay(value, from, z))).toEqual(
          isTrue(days.map((d) => d >= from)),
        );
        expect(await saidOf(values, beforeDay(value, to, z))).toEqual(
          isTrue(days.map((d) => d < to)),
        );
        const [first = "", last = ""] = [values.toSorted()[0], values.toSorted().at(-1)];
        expect(await saidOf(values, localDateSql(value, z, first, last))).toEqual(days);
        for (const end of [to, null]) {
          const span = sql`${JSON.stringify(daySpan(from, end, z))}`;
          expect(await saidOf(values, withinSpan(value, span))).toEqual(
            isTrue(days.map((d) => d >= from && (end === null || d < end))),
          );
        }
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

test("the API's instant of a day without a time is what is compared with a moment, and is not of tomorrow", async () => {
  const operator = fc.constantFrom("=", ">=", ">", "<", "<=" as const);
  await fc.assert(
    fc.asyncProperty(fc.array(stored), millis, operator, zone, async (values, now, compared, z) => {
      const shown = values.map((one) => Date.parse(formatInstant(one, z)));
      expect(shown).toEqual(values.map((one) => Date.parse(`${toInstant(one, z).slice(0, 23)}Z`)));
      const wanted = shown.map((at) =>
        compared === "="
          ? at === now
          : compared.startsWith(">")
            ? at > now || (compared === ">=" && at === now)
            : at < now || (compared === "<=" && at === now),
      );
      const condition = compareInstant(value, compared, toStored(now), z);
      expect(await saidOf(values, condition)).toEqual(isTrue(wanted));
      const today = localDay(toStored(now), z);
      expect(await saidOf(values, untilNow(value, z, now))).toEqual(
        isTrue(
          values.map((one) =>
            one.endsWith("d") ? localDay(one, z) <= today : one <= toStored(now),
          ),
        ),
      );
    }),
    { numRuns: 300 },
  );
}, 60_000);
