import { blob, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { owner } from "./accounts.ts";
import { blank, flag, id, instant, json, sqlNow } from "./columns.ts";

export const importBatch = sqliteTable(
  "import_batch",
  {
    id: id(),
    user_id: owner(),
    file_name: text().notNull(),
    /** a draft is a dry run */
    state: text({ enum: ["draft", "done", "undone"] })
      .notNull()
      .default("draft"),
    created_at: instant().notNull().default(sqlNow),
    finished_at: instant(),
    undone_at: instant(),
    /** the last row of a draft that a commit has written */
    written_row: integer().notNull().default(0),
    /** the columns and formats detected in the file, and the user's choices: see lib/imports/schema.ts */
    detected: json(),
    choices: json(),
    posting_count: integer().notNull().default(0),
    site_count: integer().notNull().default(0),
    attention_count: integer().notNull().default(0),
    duplicate_count: integer().notNull().default(0),
  },
  (t) => [
    index("import_batch_user").on(t.user_id, t.id),
    index("import_batch_state").on(t.state, t.created_at),
  ],
);

/** The rows of an import's dry run, deleted once it is written or discarded. */
export const importRow = sqliteTable(
  "import_row",
  {
    id: id(),
    batch_id: integer()
      .notNull()
      .references(() => importBatch.id, { onDelete: "cascade" }),
    /** the row's number in the spreadsheet */
    row_number: integer().notNull(),
    cells: json().notNull(),
    verdict: text({ enum: ["new", "duplicate", "attention", "skipped"] }),
    reason: blank(),
    posting: json(),
    site_name: blank(),
    /** what is said of the row besides its cells: see `SheetRow` in lib/imports/spreadsheet/ */
    remark: blank(),
    /** what rows with the same question have in common: see lib/imports/staging/reasons.ts */
    reason_kind: blank(),
    /** whether the user takes the row; null where they did not say */
    taken: integer({ mode: "boolean" }),
    /** whether the posting has a day of interview or rejection */
    has_answer_day: flag(),
  },
  (t) => [
    uniqueIndex("import_row_number").on(t.batch_id, t.row_number),
    index("import_row_verdict").on(t.batch_id, t.verdict, t.row_number),
    // Covers the counts of the review page: the rows themselves are long.
    index("import_row_review").on(
      t.batch_id,
      t.verdict,
      t.reason_kind,
      t.taken,
      t.site_name,
      t.has_answer_day,
      t.row_number,
    ),
  ],
);

/**
 * The bytes of a draft's text file whose encoding was guessed, in parts, so that it can be read in another one.
 * Deleted with the rows.
 */
export const importFile = sqliteTable(
  "import_file",
  {
    id: id(),
    batch_id: integer()
      .notNull()
      .references(() => importBatch.id, { onDelete: "cascade" }),
    part: integer().notNull(),
    bytes: blob({ mode: "buffer" }).notNull(),
  },
  (t) => [uniqueIndex("import_file_part").on(t.batch_id, t.part)],
);
