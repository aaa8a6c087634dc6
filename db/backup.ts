import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { newestVersion } from "./schema-version.ts";

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
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    const postings = await copyInto(unfinished, path);
    renameSync(unfinished, folder);
    return { postings };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

async function copyInto(folder: string, path: string): Promise<number> {
  const source = new Database(path, { readonly: true, timeout: 5_000 });
  try {
    await source.backup(join(folder, databaseFile));
  } finally {
    source.close();
  }
  withoutLog(join(folder, databaseFile));
  const { postings } = check(join(folder, databaseFile));
  const secret = join(dirname(path), secretFile);
  if (existsSync(secret)) copyPrivately(secret, join(folder, secretFile));
  return postings;
}

/**
 * Replaces the database by a backup. The old one is kept under another name, which is returned. Throws before
 * any change if the backup is damaged or of a newer version, if it does not fit on the disk, or if the database is
 * in use.
 */
export function restoreBackup(
  path: string,
  folder: string,
  moment: Date,
): { postings: number; aside: string | null } {
  const copy = join(folder, databaseFile);
  if (!existsSync(copy)) throw new Error(`There is no ${databaseFile} in ${folder}.`);
  const { postings, version } = check(copy);
  if (version > newestVersion()) {
    throw new Error(
      `${folder} was made by a newer Foothold. Restore it with that version or a later one.`,
    );
  }
  const suffix = `.before-${moment.toISOString().slice(0, 19).replaceAll(":", "-")}`;
  const secret = join(dirname(path), secretFile);
  // Written whole beside what is there before anything is moved.
  const incoming = [
    [copy, path],
    [join(folder, secretFile), secret],
  ].filter(([from = ""]) => existsSync(from)) as [string, string][];
  try {
    for (const [from, to] of incoming) copyPrivately(from, unfinishedName(to));
    const aside = existsSync(path) ? path + suffix : null;
    if (aside) checkpoint(path);
    for (const [, to] of incoming) {
      if (existsSync(to)) renameSync(to, to + suffix);
      renameSync(unfinishedName(to), to);
    }
    return { postings, aside };
  } catch (error) {
    for (const [, to] of incoming) rmSync(unfinishedName(to), { force: true });
    throw error;
  }
}

const unfinishedName = (path: string) => `${path}.unfinished`;

// One file, that can be read where nothing may be written; the server brings its write-ahead log back.
function withoutLog(path: string): void {
  const copy = new Database(path);
  copy.pragma("journal_mode = DELETE");
  copy.close();
}

// Throws if the database is damaged; returns its number of postings, and its schema's version.
function check(path: string): { postings: number; version: number } {
  const copy = new Database(path, { readonly: true });
  const ask = (query: string) => Number(copy.prepare(query).pluck().get());
  try {
    const result = copy.pragma("integrity_check", { simple: true });
    if (result !== "ok") throw new Error(`${path} is damaged: ${result}`);
    if ((copy.pragma("foreign_key_check") as unknown[]).length > 0)
      throw new Error(`${path} is damaged: rows point at others that are not there.`);
    return {
      postings: ask("select count(*) from job_posting"),
      version: ask("select max(created_at) from __drizzle_migrations"),
    };
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
  // Of a process that was killed; an exclusive lock leaves it.
  rmSync(`${path}-shm`, { force: true });
}

function copyPrivately(from: string, to: string): void {
  copyFileSync(from, to);
  chmodSync(to, 0o600);
}
