// npm run restore -- FOLDER: replaces the database with a backup, and keeps the old one beside it.
import { restoreBackup } from "../db/backup.ts";
import { explainDatabase } from "../db/errors.ts";
import { CliError } from "./cli-error.mjs";
import { databaseFile } from "./database-file.ts";

const [folder] = process.argv.slice(2);
if (!folder) throw new CliError("Which backup? Give its folder: npm run restore -- FOLDER");
const path = databaseFile();

try {
  const { postings, aside } = restoreBackup(path, folder, new Date());
  console.log(
    `Restored, with ${postings} postings.${aside ? ` What was there is in ${aside}.` : ""}`,
  );
} catch (error) {
  throw new CliError(explainDatabase(error, folder, path));
}
