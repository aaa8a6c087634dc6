// npm run backup [-- FOLDER]: copies the database and its secret and verifies the copy; works while Foothold runs.
import { dirname, join } from "node:path";
import { backUp } from "../db/backup.ts";
import { explainDatabase } from "../db/errors.ts";
import { CliError } from "./cli-error.mjs";
import { databaseFile } from "./database-file.ts";

const timestamp = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
const path = databaseFile();
const folder = process.argv[2] ?? join(dirname(path), "backups", timestamp);

try {
  const { postings } = await backUp(path, folder);
  console.log(`${folder} holds everything, ${postings} postings among it. Keep a copy elsewhere.`);
} catch (error) {
  throw new CliError(explainDatabase(error, path, folder));
}
