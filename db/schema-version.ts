import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of the migrations, in a clone and in a standalone build alike. */
export const migrationsFolder = (): string =>
  resolve(/* turbopackIgnore: true */ process.cwd(), "db/migrations");

/** The version of this Foothold's schema: when its last migration was made, as Drizzle notes it in a database. */
export function newestVersion(): number {
  const journal: { entries: { when: number }[] } = JSON.parse(
    readFileSync(join(migrationsFolder(), "meta/_journal.json"), "utf8"),
  );
  return journal.entries.at(-1)?.when ?? 0;
}
