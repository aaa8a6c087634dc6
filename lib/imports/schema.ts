import { z } from "zod";
import { encodings } from "./encoding/encodings.ts";
import { type Verdict, verdicts } from "./plan/draft.ts";
import type { Question } from "./questions.ts";
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
  /** what the file leaves open about its columns; imports of earlier versions have neither of these */
  questions?: Question[];
  /** what became of the status words, the most frequent first */
  outcomes?: Outcome[];
};

/** A word for the status ("" for none) and what became of it; the number of the first such row. */
export type Outcome = { word: string; status: string; rows: number; row: number };

/** The form of a dry run's columns: `column_0`, …, and `order`, each where it is to change. */
export const choicesForm = z.record(z.string(), z.string()).transform((fields) => ({
  column: (at: number) => z.enum(targets).or(z.literal("")).safeParse(fields[`column_${at}`]).data,
  order:
    z.enum(["dmy", "mdy"]).safeParse(fields.order).data ?? (fields.order === "" ? null : undefined),
}));

/** An encoding that a file can be read in. */
export const encodingName = z.enum(encodings.map(({ value }) => value));

/** The answer to a question: what it is about, and one of its options. */
export const answerForm = z.object({
  kind: z.string().max(32),
  column: z.coerce.number().int().min(0).max(500).optional().catch(undefined),
  answer: z.string().max(64),
});

/** What a word for the status is to become; "" leaves it open. */
export const wordForm = z.object({
  word: z.string().min(1).max(256),
  status: z.string().max(32),
});

/** Which rows are taken or left out: one, those with the same question, or all that are asked about. */
export const takeForm = z.object({
  row: z.coerce.number().int().positive().optional(),
  kind: z.string().max(200).optional(),
  verdict: z.enum(["new", "attention", "duplicate"]).optional(),
  taken: z.stringbool().default(false),
});

const said = z.boolean().nullable();
const maxSaid = 1000;
const hasFew = (record: object) => Object.keys(record).length <= maxSaid;
const tooMany = `Name at most ${maxSaid} at once.`;

/** Which rows an API client takes (true), leaves out (false) or leaves to the commit (null), by reason or number. */
export const takenInput = z.object({
  reasons: z.record(z.string().max(200), said).default({}).refine(hasFew, tooMany),
  rows: z
    .record(z.string().regex(/^[1-9]\d{0,8}$/), said)
    .default({})
    .refine(hasFew, tooMany),
});

/** The rows of a dry run that are shown: of one verdict, or all. */
export const rowViews = ["all", ...verdicts] as const satisfies readonly (Verdict | "all")[];

/** The query of the page of a dry run's rows. */
export const rowFilter = z.object({
  show: z.enum(rowViews).default("all").catch("all"),
  kind: z.string().max(200).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
});

export type RowFilter = z.infer<typeof rowFilter>;

/** A file's display name: without folders and control characters, at most 120 characters. */
export const fileName = z.string().transform((name) => {
  const plain = name
    .toWellFormed()
    .replace(/^.*[/\\]/, "")
    .replace(/\p{Cc}/gu, "")
    .trim();
  return [...plain].slice(0, 120).join("") || "spreadsheet";
});
