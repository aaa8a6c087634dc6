import "server-only";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Statement } from "../../db/client.ts";
import { AppError, NotFound } from "../errors.ts";
import type { Fields } from "../records/fields.ts";
import {
  isVersionConflict,
  maxTries,
  requireVersion,
  type Versioned,
} from "../records/version-check.ts";
import { sanitizeRichText } from "../rich-text.ts";
import type { Conflict, FieldConflict } from "./form-state.ts";
import { changedFields, hashesOf, readHashes, valueHash } from "./initial-values.ts";

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

type Values = Record<string, string>;

/** The kind of input of each field; one without `input` is a line of text. */
type FieldInputs = Record<string, object>;

function inputOf(inputs: FieldInputs, name: string): unknown {
  const field = inputs[name];
  return field && "input" in field ? field.input : undefined;
}

/** The check box that removes a stored password. */
const removeBox = "remove_password";

/** Edit conflict: another save changed the same fields. The person chooses, field by field; nothing is written until then. */
export class EditConflict extends AppError {
  readonly conflict: Conflict;

  constructor(conflict: Conflict) {
    super("This was changed elsewhere while you edited it.");
    this.conflict = conflict;
  }
}

/**
 * Three-way merge of an edit form: the fields it changed, with the person's choice where another save changed them too.
 * `stored` are the current values (secrets sealed). Throws `EditConflict` where a choice is
 * missing.
 */
export function mergeEdit(form: FormData, stored: Values, inputs: FieldInputs): Values {
  const values = changedFields(form);
  const initial = hashesOf(form);
  const seen = readHashes(form.get("seen"));
  const hashes = Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, valueHash(value)]),
  );
  const changedSince = Object.keys(stored).filter(
    (name) => initial[name] !== undefined && initial[name] !== hashes[name],
  );
  const conflicts: FieldConflict[] = [];
  for (const name of changedSince) {
    const conflict = conflictAt(name, values, stored[name] ?? "", inputOf(inputs, name));
    if (!conflict) continue;
    const choice = seen[name] === hashes[name] ? form.get(`keep.${name}`) : null;
    if (choice === "theirs") drop(values, name, inputOf(inputs, name));
    else if (choice === "both" && conflict.both) values[name] = combineBoth(conflict);
    else if (choice !== "mine") conflicts.push(conflict);
  }
  if (conflicts.length === 0) return values;
  const names = conflicts.map(({ name }) => name);
  throw new EditConflict({
    fields: conflicts,
    others: changedSince.filter((name) => !names.includes(name)),
    seen: JSON.stringify(Object.fromEntries(names.map((name) => [name, hashes[name]]))),
  });
}

function conflictAt(
  name: string,
  values: Values,
  theirs: string,
  input: unknown,
): FieldConflict | undefined {
  if (input === "secret") return secretConflict(name, values, theirs);
  const typed = values[name];
  if (typed === undefined) return undefined;
  const mine = input === "rich" ? sanitizeRichText(typed) : typed.trim();
  if (valueHash(mine) === valueHash(theirs)) return undefined;
  const plainLines = input === "lines" && ![mine, theirs].some((text) => /^[[{]/.test(text));
  const both = mine !== "" && theirs !== "" && (input === "rich" || plainLines);
  return { name, theirs, mine, kind: input === "rich" ? "rich" : "text", both };
}

// Passwords are never shown, only whether there is one.
function secretConflict(name: string, values: Values, stored: string): FieldConflict | undefined {
  const typed = Boolean(values[name]);
  if (!typed && values[removeBox] !== "on") return undefined;
  if (!typed && stored === "") return undefined;
  const [theirs, mine] = [stored ? "set" : "", typed ? "set" : ""];
  return { name, theirs, mine, kind: "secret", both: false };
}

function drop(values: Values, name: string, input: unknown): void {
  delete values[name];
  if (input === "secret") delete values[removeBox];
}

function combineBoth({ kind, theirs, mine }: FieldConflict): string {
  if (kind === "rich") return `${theirs}<hr>${mine}`;
  const lines = theirs.split(/\r?\n/);
  return [...lines, ...mine.split(/\r?\n/).filter((line) => !lines.includes(line))].join("\n");
}
