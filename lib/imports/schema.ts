import { z } from "zod";
import { encodings } from "./encoding/encodings.ts";
import type { ColumnQuestion } from "./plan/column-questions.ts";
import { verdicts } from "./plan/draft.ts";
import { targets } from "./vocabulary/targets.ts";

/** The description of a file for the dry run's page, stored as JSON with the batch. */
export type Detected = {
  kind: "text" | "xlsx";
  encoding: string;
  /** whether the encoding was guessed or chosen; then the file's bytes are kept with the draft */
  encodingGuessed?: boolean;
  delimiter: string;
  sheet: string;
  /** the header's row number; 0 if there is no header */
  header_row: number;
  /** sentences on what was seen in the sheet and left out */
  notes?: string[];
  headings: string[];
  rows: number;
  columns: { name: string; filled: number; examples: string[] }[];
  /** the person's status words, the most frequent first, with the guessed posting status ("" = unclear) */
  words: { word: string; count: number; status: string }[];
  /** the number of dates whose day/month order is ambiguous */
  open_dates: number;
  /** what the file leaves open about its columns; imports of earlier versions have none */
  questions?: ColumnQuestion[];
};

/** The dry run's form: `column_0`, …, `word_0`, …, `order`. */
export const choicesForm = z.record(z.string(), z.string()).transform((fields) => ({
  column: (at: number) => z.enum(targets).or(z.literal("")).safeParse(fields[`column_${at}`]).data,
  word: (at: number) => fields[`word_${at}`]?.slice(0, 32),
  order: z.enum(["dmy", "mdy"]).safeParse(fields.order).data,
}));

/** An encoding that a file can be read in. */
export const encodingName = z.enum(encodings.map(({ value }) => value));

/** The query of a dry run's page: verdict and page number. */
export const rowFilter = z.object({
  show: z.enum(verdicts).default("new").catch("new"),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});

/** Which rows are written besides the new ones. */
export const commitForm = z.object({
  attention: z.stringbool().catch(false).default(false),
  duplicates: z.stringbool().catch(false).default(false),
});

/** A file's display name: without folders and control characters, at most 120 characters. */
export const fileName = z.string().transform((name) => {
  const plain = name
    .toWellFormed()
    .replace(/^.*[/\\]/, "")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return [...plain].slice(0, 120).join("") || "spreadsheet";
});
