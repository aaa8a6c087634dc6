import { z } from "zod";
import type { DateOrder } from "./dates/order.ts";
import type { Choices } from "./plan/choices.ts";
import { targets } from "./words/targets.ts";

export const verdicts = ["new", "attention", "duplicate", "skipped"] as const;

/** What was found in a file, kept with its batch for the dry run's page. */
export type Detected = {
  kind: "text" | "xlsx";
  encoding: string;
  delimiter: string;
  sheet: string;
  /** the number of the row that holds the headings; 0 where there is none */
  header_row: number;
  headings: string[];
  rows: number;
  columns: { name: string; filled: number; examples: string[] }[];
  /** the person's own status words, the frequent first, with what we take them for ("" = unclear) */
  words: { word: string; count: number; status: string }[];
  /** how many days may be day/month or month/day, and nothing in the file settles it */
  open_dates: number;
};

/** How a batch is read: what was guessed, then as the person corrected it. */
export type BatchChoices = Choices & { order: DateOrder | null };

/** What the dry run's form sends: `column_0`, …, `word_0`, …, `order`. */
export const choicesForm = z.record(z.string(), z.string()).transform((fields) => ({
  column: (at: number) => z.enum(targets).or(z.literal("")).safeParse(fields[`column_${at}`]).data,
  word: (at: number) => fields[`word_${at}`]?.slice(0, 32),
  order: z.enum(["dmy", "mdy"]).safeParse(fields.order).data ?? null,
}));

/** The address of a dry run's page: which rows, and which page of them. */
export const rowFilter = z.object({
  show: z.enum(verdicts).default("new").catch("new"),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});

/** Which rows are written besides the new ones. */
export const commitForm = z.object({
  attention: z.stringbool().catch(false).default(false),
  duplicates: z.stringbool().catch(false).default(false),
});

/** A file's name as it is shown: without folders and control characters, at most 120 long. */
export const fileName = z.string().transform((name) => {
  const plain = name
    .toWellFormed()
    .replace(/^.*[/\\]/, "")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return [...plain].slice(0, 120).join("") || "spreadsheet";
});
