// npm run backup [-- FOLDER]: copies the database and its secret and verifies the copy; works while Foothold runs.
import { join } from "node:path";
import { backUp } from "../db/backup.ts";
import { explainDatabase } from "../db/errors.ts";
import { databasePath, dataFolder } from "../db/location.ts";
import { CliError } from "./cli-error.mjs";

const timestamp = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
const folder = process.argv[2] ?? join(dataFolder(), "backups", timestamp);

try {
  const { postings } = await backUp(databasePath(), folder);
  console.log(`${folder} holds everything, ${postings} postings among it. Keep a copy elsewhere.`);
} catch (error) {
  throw new CliError(explainDatabase(error, databasePath()));
}
