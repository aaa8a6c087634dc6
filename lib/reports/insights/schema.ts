import { DateTime } from "luxon";
import { z } from "zod";
import { bool } from "../../fields.ts";
import {
  funnelExits,
  funnelPlaces,
  type Parting,
  partings,
  payPartings,
  pipelineKinds,
  proofLayouts,
  waitPartings,
  weekStarts,
} from "./values.ts";

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

export const payQuery = z.object({
  since: dayText.optional(),
  by: z.enum(payPartings).default("place"),
});

export type WaitsQuery = z.infer<typeof waitsQuery>;
export type RatesQuery = z.infer<typeof ratesQuery>;

const some = ["25", "50", "all"] as const;

/** How a report's table is looked at; what is wrong in an address falls back. */
export const tableView = z.object({
  since: dayText.optional().catch(undefined),
  q: z.string().trim().max(200).catch(""),
  sort: z.string().max(40).catch(""),
  dir: z.enum(["asc", "desc"]).optional().catch(undefined),
  show: z.enum(some).default("25").catch("25"),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});

export type TableView = z.infer<typeof tableView>;

/** The funnel's address: a place and what came of it there ("on": it went further) narrow the list of postings. */
export const funnelView = tableView.extend({
  stage: z.enum(funnelPlaces).optional().catch(undefined),
  exit: z
    .enum([...funnelExits, "open", "on"])
    .optional()
    .catch(undefined),
});

export type FunnelView = z.infer<typeof funnelView>;

export const waitsView = waitsQuery.extend({
  since: dayText.optional().catch(undefined),
  by: z.enum(waitPartings).optional().catch(undefined),
  answer: z.enum(["response", "any"]).default("response").catch("response"),
});

export const ratesView = ratesQuery.extend({
  since: dayText.optional().catch(undefined),
  by: z.enum(kinds).default("site").catch("site"),
});

const proofDay = dayText.refine(
  (day) => day >= "1900" && day < "2200",
  "Choose a day from 1900 to 2199.",
);

/** What the API takes for a work-search proof; a longer period than 53 weeks is cut to its last. */
export const proofQuery = z
  .object({
    from: proofDay.optional(),
    to: proofDay.optional(),
    week_start: z.enum(weekStarts).default("monday"),
    replies: bool().default(true),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    path: ["to"],
    message: "The last day is before the first.",
  });

/** The proof's page: what is wrong in its address falls back, and the page says so. */
export const proofView = z.object({
  layout: z.enum(proofLayouts).default("plain").catch("plain"),
  from: proofDay.optional().catch(undefined),
  to: proofDay.optional().catch(undefined),
  replies: z.enum(["yes", "no"]).default("yes").catch("yes"),
});

export type ProofView = z.infer<typeof proofView>;

export const payView = payQuery.extend({
  since: dayText.optional().catch(undefined),
  by: z.enum(payPartings).default("place").catch("place"),
});

/** The pipeline's day, and whether its course over the whole hunt is asked for. */
export const pipelineQuery = z.object({
  day: dayText.optional(),
  series: z.enum(["none", "week"]).default("none"),
});

export const pipelineView = tableView.extend({
  day: dayText.optional().catch(undefined),
  kind: z.enum(pipelineKinds).optional().catch(undefined),
});

export type PipelineView = z.infer<typeof pipelineView>;

/** Two days: the first period goes from the first to the day before the second, the second from there on. */
export const compareQuery = z
  .object({ first: dayText.optional(), second: dayText.optional() })
  .refine(({ first, second }) => !first || !second || first < second, {
    path: ["second"],
    message: "The second day must come after the first.",
  });

/** The comparison's page: days that are no days fall back, and the page says so. */
export const compareView = z.object({
  first: dayText.optional().catch(undefined),
  second: dayText.optional().catch(undefined),
});
