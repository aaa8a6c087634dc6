import { z } from "zod";
import { dayText } from "../schema.ts";
import { comparedFigures, verdicts } from "../values.ts";

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const rate = z.strictObject({
  successes: count,
  share: share.nullable(),
  low: share,
  high: share,
  may_add: count,
});

const period = z
  .strictObject({
    from: dayText,
    to: dayText.nullable(),
    days: count,
    applications: count,
    per_week: z.number().nullable(),
    rates: z.strictObject({ answered: rate, interview: rate, offer: rate, rejected: rate }),
    median_days: count.nullable(),
    minutes: z.int(),
    minutes_per_application: z.number().nullable(),
  })
  .meta({ id: "Period" });

/** The API's response of a comparison. */
export const compareShape = z
  .strictObject({
    first: dayText,
    second: dayText,
    periods: z.array(period).length(2),
    figures: z.array(
      z.strictObject({
        name: z.enum(comparedFigures),
        first: z.number().nullable(),
        second: z.number().nullable(),
        difference: z.number().nullable(),
        p: share.nullable(),
        verdict: z.enum(verdicts),
      }),
    ),
  })
  .meta({ id: "Compared" });

const half = { successes: 5, share: 0.5, low: 0.24, high: 0.76, may_add: 0 };
const none = { successes: 0, share: 0, low: 0, high: 0.28, may_add: 2 };
const sample = {
  from: "2024-03-01",
  to: "2024-03-28",
  days: 28,
  applications: 10,
  per_week: 2.5,
  rates: { answered: half, interview: none, offer: none, rejected: half },
  median_days: 7,
  minutes: 300,
  minutes_per_application: 30,
};

export const compareSample = {
  first: "2024-03-01",
  second: "2024-03-29",
  periods: [sample, { ...sample, from: "2024-03-29", to: null }],
  figures: [
    { name: "applications", first: 10, second: 10, difference: 0, p: null, verdict: "counted" },
    { name: "answered", first: 0.5, second: 0.5, difference: 0, p: 1, verdict: "noise" },
  ],
};
