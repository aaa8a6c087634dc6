import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { AppError, type Clash, Conflict, NotFound } from "../errors.ts";
import { sanitizeRichText } from "../rich-text.ts";
import { beganWith, changedFields, mark, readMarks } from "./initial-values.ts";

type Fields = Record<string, string>;

/** Which of a form's fields are more than one line of text. */
type Kinds = {
  rich: string;
  /** one item a line */
  lines?: readonly string[];
  /** a password's field, and the box that forgets it */
  secret?: { field: string; forget: string };
};

/**
 * The fields that an edit form changed, with what the person chose where another save changed them too.
 * `stands` are the fields as they are now; a secret stands sealed. Throws `Conflict` where there is
 * something to choose.
 */
export function settledFields(form: FormData, stands: Fields, kinds: Kinds): Fields {
  const fields = changedFields(form);
  const began = beganWith(form);
  const seen = readMarks(form.get("seen"));
  const moved = Object.keys(stands).filter(
    (name) => began[name] !== undefined && began[name] !== mark(stands[name] ?? ""),
  );
  const clashes: Clash[] = [];
  for (const name of moved) {
    const clash = clashOf(name, fields, stands[name] ?? "", kinds);
    if (!clash) continue;
    const choice = seen[name] === mark(stands[name] ?? "") ? form.get(`keep.${name}`) : null;
    if (choice === "theirs") drop(fields, name, kinds);
    else if (choice === "both" && clash.both) fields[name] = together(clash);
    else if (choice !== "mine") clashes.push(clash);
  }
  if (clashes.length === 0) return fields;
  const others = moved.filter((name) => !clashes.some((clash) => clash.name === name));
  throw new Conflict(clashes, others, JSON.stringify(marksFor(clashes, stands)));
}

const marksFor = (clashes: Clash[], stands: Fields) =>
  Object.fromEntries(clashes.map(({ name }) => [name, mark(stands[name] ?? "")]));

function clashOf(name: string, fields: Fields, stands: string, kinds: Kinds): Clash | undefined {
  if (kinds.secret?.field === name) return secretClash(fields, stands, kinds.secret);
  const typed = fields[name];
  if (typed === undefined) return undefined;
  const rich = kinds.rich === name;
  const mine = rich ? sanitizeRichText(typed) : typed.trim();
  if (mark(mine) === mark(stands)) return undefined;
  const lists = kinds.lines?.includes(name) && ![mine, stands].some((text) => /^[[{]/.test(text));
  const both = mine !== "" && stands !== "" && (rich || Boolean(lists));
  return { name, theirs: stands, mine, kind: rich ? "rich" : "text", both };
}

// Passwords are never shown here: only whether there is one.
function secretClash(
  fields: Fields,
  stands: string,
  { field, forget }: NonNullable<Kinds["secret"]>,
): Clash | undefined {
  const typed = Boolean(fields[field]);
  if (!typed && fields[forget] !== "on") return undefined;
  if (!typed && stands === "") return undefined;
  const [theirs, mine] = [stands ? "set" : "", typed ? "set" : ""];
  return { name: field, theirs, mine, kind: "secret", both: false };
}

function drop(fields: Fields, name: string, { secret }: Kinds): void {
  delete fields[name];
  if (secret?.field === name) delete fields[secret.forget];
}

function together({ kind, theirs, mine }: Clash): string {
  if (kind === "rich") return `${theirs}<hr>${mine}`;
  const lines = theirs.split(/\r?\n/);
  return [...lines, ...mine.split(/\r?\n/).filter((line) => !lines.includes(line))].join("\n");
}

type Kept = { id: number; updated_at: string };

/**
 * The statement that fails, and with it its whole transaction, where the row was saved or deleted since
 * it was read: what `undisturbed` waits for.
 */
export function unlessSaved(table: SQLiteTable, { id, updated_at }: Kept): SQL {
  return sql`update ${table} set user_id =
    case when updated_at = ${updated_at} and deleted_at is null then user_id end where id = ${id}`;
}

/** Runs an edit anew where another save came between its reading and its writing. */
export async function undisturbed<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (error instanceof NotFound) throw new AppError(deleted);
      if (tries === 5 || !isOvertaken(error)) throw error;
    }
  }
}

const deleted =
  "This was deleted meanwhile. What you typed is still here: bring it back from the trash in another tab, then save again.";

/** Whether `unlessSaved` refused the transaction. */
export function isOvertaken(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if (/NOT NULL constraint failed: \w+\.user_id/.test(e.message)) return true;
  }
  return false;
}
