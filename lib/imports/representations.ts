import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { importBatch, importRow } from "../../db/schema/imports.ts";
import { toInstant } from "../dates.ts";
import { collection } from "../lists/collection.ts";
import { type Representation, representation } from "../records/representation.ts";
import { draftFields } from "./plan/draft.ts";
import { targets } from "./vocabulary/targets.ts";

/** An import in the list of imports. */
export const batchInList = representation(
  "ImportBatchInList",
  {
    id: "integer",
    file_name: "text",
    state: "text",
    created_at: "instant",
    finished_at: "instant",
    undone_at: "instant",
    posting_count: "integer",
    site_count: "integer",
    attention_count: "integer",
    duplicate_count: "integer",
  },
  ["finished_at", "undone_at"],
);

const plannedRow = representation(
  "ImportRow",
  {
    id: "integer",
    row_number: "integer",
    verdict: "text",
    reason: "text",
    reason_kind: "text",
    taken: "boolean",
    site_name: "text",
    posting: "json",
  },
  ["verdict", "taken", "posting"],
);

/** A row of a dry run. Its posting's days without a time are instants, as the written posting will show them. */
export const rowShape: Representation = {
  ...plannedRow,
  one: (row, zone) => ({ ...plannedRow.one(row, zone), posting: withInstants(row.posting, zone) }),
};

function withInstants(posting: unknown, zone: string): unknown {
  if (!posting) return null;
  const instants = draftFields.filter((name) => name.endsWith("_at"));
  const moment = (value: unknown) => (typeof value === "string" ? toInstant(value, zone) : value);
  const draft = posting as Record<string, unknown>;
  return { ...draft, ...Object.fromEntries(instants.map((name) => [name, moment(draft[name])])) };
}

/** The actor's imports whose file was read completely. */
export const batches = collection({
  table: importBatch,
  scope: sql`${eq(importBatch.user_id, sql.placeholder("user"))} and ${importBatch.detected} is not null`,
  representation: batchInList,
  fields: batchInList,
});

/** The rows of a dry run (the list's parent); the caller must have checked that it is the actor's. */
export const rows = collection({
  table: importRow,
  scope: eq(importRow.batch_id, sql.placeholder("parent")),
  representation: rowShape,
  fields: rowShape,
});

const count = z.int().min(0);

/** An import with its choices. */
export const wholeBatch = z
  .strictObject({
    ...(batchInList.schema as z.ZodObject).shape,
    sheet: z.string(),
    /** empty for a workbook */
    encoding: z.string(),
    /** what was seen in the sheet and left out */
    notes: z.array(z.string()),
    order: z.enum(["dmy", "mdy"]).nullable(),
    columns: z.array(
      z.strictObject({
        name: z.string(),
        filled: count,
        examples: z.array(z.string()),
        target: z.enum([...targets, ""]),
      }),
    ),
    words: z.array(z.strictObject({ word: z.string(), count, status: z.string() })),
    questions: z.array(
      z.strictObject({
        column: count.nullable(),
        heading: z.string(),
        kind: z.enum(["order", "applied_day", "day_or_status"]),
        about: z.string(),
        samples: z.array(z.string()),
        more: count.optional(),
        reason: z.string().optional(),
        options: z.array(
          z.strictObject({ value: z.string(), label: z.string(), note: z.string().optional() }),
        ),
        chosen: z.string(),
      }),
    ),
    reasons: z.array(
      z.strictObject({ kind: z.string(), rows: count, taken: count, left_out: count }),
    ),
    rows: z.strictObject({ new: count, attention: count, duplicate: count, skipped: count }),
  })
  .meta({ id: "ImportBatch" });

const inList = {
  id: 3,
  file_name: "my hunt.csv",
  state: "draft",
  created_at: "2024-05-01T10:00:00-07:00",
  finished_at: null,
  undone_at: null,
  posting_count: 0,
  site_count: 0,
  attention_count: 1,
  duplicate_count: 0,
};

/** Example responses for the OpenAPI document. */
export const samples = {
  brief: inList,
  whole: {
    ...inList,
    sheet: "",
    encoding: "windows-1252",
    notes: [],
    order: null,
    columns: [
      { name: "Company", filled: 3, examples: ["Fern & Field"], target: "company_name" },
      { name: "Status", filled: 3, examples: ["Ghosted"], target: "posting_status" },
    ],
    words: [{ word: "Ghosted", count: 2, status: "4 - No Response" }],
    questions: [
      {
        column: 2,
        heading: "Sent",
        kind: "order",
        about: "One date makes sense both day first and month first.",
        samples: ["03/04/2026"],
        options: [
          { value: "dmy", label: "Day first", note: "3 April" },
          { value: "mdy", label: "Month first", note: "4 March" },
        ],
        chosen: "",
      },
    ],
    reasons: [{ kind: "There is no company.", rows: 1, taken: 0, left_out: 0 }],
    rows: { new: 2, attention: 1, duplicate: 0, skipped: 0 },
  },
  row: {
    id: 41,
    row_number: 2,
    verdict: "new",
    reason: "",
    reason_kind: "",
    taken: null,
    site_name: "LinkedIn",
    posting: { company_name: "Fern & Field", posting_title: "Backend developer" },
  },
};
