import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";

const [databaseFile, secretFile] = ["foothold.db", "secret"];

/**
 * Copies the database, also while it is in use, and the secret beside it into a new folder. The copy's integrity
 * is checked before the folder gets its name. Throws if the copy is damaged or the folder exists.
 */
export async function backUp(path: string, folder: string): Promise<{ postings: number }> {
  if (existsSync(folder)) throw new Error(`${folder} exists already. Name another folder.`);
  if (!existsSync(path)) throw new Error(`There is no database at ${path}.`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  const source = new Database(path, { readonly: true, timeout: 5_000 });
  try {
    await source.backup(join(unfinished, databaseFile));
  } finally {
    source.close();
  }
  const postings = checkIntegrity(join(unfinished, databaseFile));
  const secret = join(dirname(path), secretFile);
  if (existsSync(secret)) copyPrivately(secret, join(unfinished, secretFile));
  renameSync(unfinished, folder);
  return { postings };
}

/**
 * Replaces the database by a backup. The old one is kept under another name, which is returned. Throws before
 * any change if the backup is damaged or the database is in use.
 */
export function restoreBackup(
  path: string,
  folder: string,
  moment: Date,
): { postings: number; aside: string | null } {
  const copy = join(folder, databaseFile);
  if (!existsSync(copy)) throw new Error(`There is no ${databaseFile} in ${folder}.`);
  const postings = checkIntegrity(copy);
  const suffix = `.before-${moment.toISOString().slice(0, 19).replaceAll(":", "-")}`;
  let aside: string | null = null;
  if (existsSync(path)) {
    checkpoint(path);
    aside = path + suffix;
    renameSync(path, aside);
  }
  copyPrivately(copy, path);
  const backedUpSecret = join(folder, secretFile);
  const secret = join(dirname(path), secretFile);
  if (existsSync(backedUpSecret)) {
    if (existsSync(secret)) renameSync(secret, secret + suffix);
    copyPrivately(backedUpSecret, secret);
  }
  return { postings, aside };
}

// Throws if the database is damaged; returns its number of postings.
function checkIntegrity(path: string): number {
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

// Checkpoints the write-ahead log into the file, which fails while any other process has it open.
function checkpoint(path: string): void {
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
