import { DateTime } from "luxon";
import { z } from "zod";
import { bool } from "../../fields.ts";
import {
  funnelExits,
  funnelPositions,
  type Grouping,
  groupings,
  payGroupings,
  pipelineKinds,
  proofLayouts,
  waitGroupings,
  weekStarts,
} from "./values.ts";

/** A calendar day that exists, `YYYY-MM-DD`, from year 1 on. */
export const dayText = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, "Write the day as YYYY-MM-DD.")
  .refine((text) => DateTime.fromISO(text).isValid && text >= "0001", "There is no such day.");

/** The same in a page's address: one that does not exist falls back to the page's default. */
const lenientDay = dayText.optional().catch(undefined);

/** A number of things, and a share of them, in the API's responses. */
export const count = z.int().min(0);
export const share = z.number().min(0).max(1);

export const groupingNames = Object.keys(groupings) as [Grouping, ...Grouping[]];

/** Queries of the reports. The API rejects invalid values; pages (the `…View` schemas) use defaults instead. */
export const sinceQuery = z.object({ since: dayText.optional() });
export const waitsQuery = z.object({
  since: dayText.optional(),
  by: z.enum(waitGroupings).optional(),
  /** "response" leaves out the answers that were rejections */
  answer: z.enum(["response", "any"]).default("any"),
});
export const ratesQuery = z.object({
  since: dayText.optional(),
  by: z.enum(groupingNames).default("site"),
});

export const payQuery = z.object({
  since: dayText.optional(),
  by: z.enum(payGroupings).default("place"),
});

export type WaitsQuery = z.infer<typeof waitsQuery>;
export type RatesQuery = z.infer<typeof ratesQuery>;

const pageSizes = ["25", "50", "all"] as const;

/** The query of a report's table; invalid values fall back to defaults. */
export const tableView = z.object({
  since: lenientDay,
  q: z.string().trim().max(200).catch(""),
  sort: z.string().max(40).catch(""),
  dir: z.enum(["asc", "desc"]).optional().catch(undefined),
  show: z.enum(pageSizes).default("25").catch("25"),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});

export type TableView = z.infer<typeof tableView>;

/** The query of the funnel's page: filters by stage and by outcome there ("on": it went further). */
export const funnelView = tableView.extend({
  stage: z.enum(funnelPositions).optional().catch(undefined),
  exit: z
    .enum([...funnelExits, "open", "on"])
    .optional()
    .catch(undefined),
});

export type FunnelView = z.infer<typeof funnelView>;

export const waitsView = z.object({
  since: lenientDay,
  by: waitsQuery.shape.by.catch(undefined),
  answer: waitsQuery.shape.answer.catch("any"),
});

export const ratesView = z.object({ since: lenientDay, by: ratesQuery.shape.by.catch("site") });

const proofDay = dayText.refine(
  (day) => day >= "1900" && day < "2200",
  "Choose a day from 1900 to 2199.",
);

/** The API's query of a work-search log; of more than 53 weeks, the last 53 are given. */
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

/** The query of the log's page; invalid values fall back to defaults, and the page says so. */
export const proofView = z.object({
  layout: z.enum(proofLayouts).default("plain").catch("plain"),
  from: proofDay.optional().catch(undefined),
  to: proofDay.optional().catch(undefined),
  replies: z.enum(["yes", "no"]).default("yes").catch("yes"),
});

export type ProofView = z.infer<typeof proofView>;

export const payView = z.object({ since: lenientDay, by: payQuery.shape.by.catch("place") });

/** The pipeline's day, and whether to include a time series over the whole hunt. */
export const pipelineQuery = z.object({
  day: dayText.optional(),
  series: z.enum(["none", "week"]).default("none"),
});

export const pipelineView = tableView.extend({
  day: lenientDay,
  kind: z.enum(pipelineKinds).optional().catch(undefined),
});

export type PipelineView = z.infer<typeof pipelineView>;

/** Two days: the first period ends the day before the second, the second period starts on it. */
export const compareQuery = z
  .object({ first: dayText.optional(), second: dayText.optional() })
  .refine(({ first, second }) => !first || !second || first < second, {
    path: ["second"],
    message: "The second day must come after the first.",
  });

/** The query of the comparison's page; invalid days fall back to defaults, and the page says so. */
export const compareView = z.object({ first: lenientDay, second: lenientDay });
