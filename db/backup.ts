import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";

const [database, secret] = ["foothold.db", "secret"];

/**
 * Copies the database, also while it is used, with the secret beside it into a folder that does not exist yet.
 * The copy is opened and checked before it gets its name. Throws where it is no good.
 */
export async function backUp(path: string, folder: string): Promise<{ postings: number }> {
  if (existsSync(folder)) throw new Error(`${folder} exists already. Name another folder.`);
  if (!existsSync(path)) throw new Error(`There is no database at ${path}.`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const source = new Database(path, { readonly: true, timeout: 5_000 });
  try {
    await source.backup(join(unfinished, database));
  } finally {
    source.close();
  }
  const postings = checked(join(unfinished, database));
  const kept = join(dirname(path), secret);
  if (existsSync(kept)) copyPrivately(kept, join(unfinished, secret));
  renameSync(unfinished, folder);
  return { postings };
}

/**
 * Puts a backup in the place of the database, which is moved aside and kept; gives where. Throws, with
 * nothing touched, where the backup is damaged or the database is in use.
 */
export function restore(
  path: string,
  folder: string,
  moment: Date,
): { postings: number; aside: string | null } {
  const copy = join(folder, database);
  if (!existsSync(copy)) throw new Error(`There is no ${database} in ${folder}.`);
  const postings = checked(copy);
  const suffix = `.before-${moment.toISOString().slice(0, 19).replaceAll(":", "-")}`;
  let aside: string | null = null;
  if (existsSync(path)) {
    fold(path);
    aside = path + suffix;
    renameSync(path, aside);
  }
  copyPrivately(copy, path);
  const kept = join(folder, secret);
  const current = join(dirname(path), secret);
  if (existsSync(kept)) {
    if (existsSync(current)) renameSync(current, current + suffix);
    copyPrivately(kept, current);
  }
  return { postings, aside };
}

function checked(path: string): number {
  const copy = new Database(path, { readonly: true });
  try {
    const result = copy.pragma("integrity_check", { simple: true });
    if (result !== "ok") throw new Error(`${path} is damaged: ${result}`);
    if ((copy.pragma("foreign_key_check") as unknown[]).length > 0)
      throw new Error(`${path} is damaged: rows point at others that are not there.`);
    return copy.prepare("select count(*) from job_posting").pluck().get() as number;
  } finally {
    copy.close();
  }
}

// Folds the write-ahead log into the file, which only succeeds where nobody else has it open.
function fold(path: string): void {
  const current = new Database(path, { timeout: 0 });
  try {
    current.pragma("locking_mode = EXCLUSIVE");
    current.pragma("journal_mode = DELETE");
  } catch {
    throw new Error(`${path} is in use. Stop Foothold first.`);
  } finally {
    current.close();
  }
}

function copyPrivately(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}
