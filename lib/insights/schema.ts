import { DateTime } from "luxon";
import { z } from "zod";
import { type Parting, partings, waitPartings } from "./values.ts";

/** A calendar day that exists, `YYYY-MM-DD`, from year 1 on. */
export const dayText = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, "Write the day as YYYY-MM-DD.")
  .refine((text) => DateTime.fromISO(text).isValid && text >= "0001", "There is no such day.");

const kinds = Object.keys(partings) as [Parting, ...Parting[]];

/** What the reports take in their address; a page falls back where the API refuses. */
export const sinceQuery = z.object({ since: dayText.optional() });
export const waitsQuery = z.object({
  since: dayText.optional(),
  by: z.enum(waitPartings).optional(),
  /** whether a rejection is an answer too */
  answer: z.enum(["response", "any"]).default("response"),
});
export const ratesQuery = z.object({
  since: dayText.optional(),
  by: z.enum(kinds).default("site"),
});

export type WaitsQuery = z.infer<typeof waitsQuery>;
export type RatesQuery = z.infer<typeof ratesQuery>;
