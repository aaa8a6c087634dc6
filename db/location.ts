import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";

const byDefault = "file:./data/foothold.db";

/** The file that `DATABASE_URL` names, absolute; makes its folder. Throws on any other kind of address. */
export function databasePath(url: string = process.env.DATABASE_URL || byDefault): string {
  if (!url.startsWith("file:")) {
    throw new Error(`DATABASE_URL must start with "file:", and is "${url.split(":")[0]}:…"`);
  }
  const path = resolve(/* turbopackIgnore: true */ process.cwd(), url.slice("file:".length));
  mkdirSync(dirname(path), { recursive: true });
  return path;
}

/** The folder that holds the database and what belongs with it (the secret). */
export function dataFolder(): string {
  return dirname(databasePath());
}
