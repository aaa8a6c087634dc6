import { closeDb } from "./db/client.ts";
import { databasePath } from "./db/location.ts";
import { migrateDatabase } from "./db/migrate.ts";
import { explainDatabase } from "./db/trouble.ts";
import { purgeWindows } from "./lib/auth/limits.ts";
import { purgePending } from "./lib/auth/pending.ts";
import { purgeSessions } from "./lib/auth/sessions.ts";
import { env } from "./lib/env.ts";
import { purgeDrafts } from "./lib/imports/staging/stage.ts";
import { purgeSecurityEvents } from "./lib/security-log.ts";
import { purgeTrash } from "./lib/trash/commands.ts";

const day = 86_400_000;

/** Brings the database to this version's schema, and keeps trash and sessions short. Ends the process where it cannot. */
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
  const tidy = () =>
    Promise.all([
      purgeTrash(),
      purgeSessions(),
      purgeDrafts(),
      purgeWindows(),
      purgeSecurityEvents(),
      purgePending(),
    ]).catch((error) => console.error("Old trash and ended sessions were not removed:", error));
  await tidy();
  setInterval(tidy, day).unref();
}
