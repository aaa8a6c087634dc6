import { explainDatabase } from "../db/errors.ts";
import { databasePath } from "../db/location.ts";
import { CliError } from "./cli-error.mjs";

/** The path of the database file. Throws CliError where DATABASE_URL names none, or its folder cannot be made. */
export function databaseFile(): string {
  try {
    return databasePath();
  } catch (error) {
    throw new CliError(explainDatabase(error, "The data folder"));
  }
}
