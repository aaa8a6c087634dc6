import { explainDatabase } from "../db/errors.ts";
import { databaseLocation, locationLabel } from "../db/location.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { CliError } from "./cli-error.mjs";

/** Brings the database to this version's schema, as the server does. Throws CliError where it cannot. */
export async function migrate(): Promise<void> {
  let name = "The database";
  try {
    const location = databaseLocation();
    name = locationLabel(location);
    await migrateDatabase(location);
  } catch (error) {
    throw new CliError(explainDatabase(error, name));
  }
}
