import { closeDb } from "./db/client.ts";
import { databasePath } from "./db/location.ts";
import { migrateDatabase } from "./db/migrate.ts";
import { explainDatabase } from "./db/trouble.ts";
import { env } from "./lib/env.ts";
import { purgeTrash } from "./lib/trash/commands.ts";

const day = 86_400_000;

/** Brings the database to this version's schema, and keeps the trash short. Ends the process where it cannot. */
export async function prepare(): Promise<void> {
  let path = "The database";
  try {
    env();
    path = databasePath();
    migrateDatabase(path);
  } catch (error) {
    // Next would go on without what failed here, and answer every request with an error.
    console.error(explainDatabase(error, path));
    process.exit(1);
  }
  process.on("exit", closeDb);
  // A database that is busy at this moment is no reason to stop; tomorrow is early enough.
  const emptyOldTrash = () =>
    purgeTrash().catch((error) => console.error("The old trash was not emptied:", error));
  await emptyOldTrash();
  setInterval(emptyOldTrash, day).unref();
}
