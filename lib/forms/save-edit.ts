import "server-only";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Statement } from "../../db/client.ts";
import { AppError, NotFound } from "../errors.ts";
import type { Fields } from "../records/fields.ts";
import { isVersionConflict, requireVersion, type Versioned } from "../records/version-check.ts";
import { mergeEdit } from "./conflicts.ts";

const maxTries = 5;

type Edit<Row extends Versioned> = {
  table: SQLiteTable;
  fields: Fields;
  find: () => Promise<Row>;
  /** the values of the form's fields as they are stored */
  stored: (row: Row) => Record<string, string> | Promise<Record<string, string>>;
  /** writes the changed values; `check` verifies the row's version in the same transaction */
  save: (row: Row, changed: Record<string, string>, check: Statement[]) => Promise<void>;
};

/**
 * Saves an edit form with optimistic locking: writes only the changed fields, and only to the version that was read.
 * On a version conflict it reads and merges again. Throws `EditConflict` where the person has to choose.
 */
export async function saveEdit<Row extends Versioned>(
  form: FormData,
  { table, fields, find, stored, save }: Edit<Row>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      const row = await find();
      const changed = mergeEdit(form, await stored(row), fields);
      return await save(row, changed, [requireVersion(table, row)]);
    } catch (error) {
      if (error instanceof NotFound) throw new AppError(deleted, "gone");
      if (tries === maxTries || !isVersionConflict(error)) throw error;
    }
  }
}

const deleted =
  "This was deleted meanwhile. What you typed is still here: bring it back from the trash in another tab, then save again.";
