// npm run move -- FROM TO: copies all data between a database file and a libSQL server, in either direction.
import { explainDatabase } from "../db/errors.ts";
import { type DatabaseLocation, databaseLocation, locationLabel } from "../db/location.ts";
import { moveDatabase } from "../db/move/move.ts";
import { CliError } from "./cli-error.mjs";

const progressIntervalMs = 1_000;
const [from = "", to = "", ...rest] = process.argv.slice(2);
if (!from || !to || rest.length > 0) {
  throw new CliError(
    "From where to where? npm run move -- file:./data/foothold.db libsql://NAME.turso.io (the token in DATABASE_AUTH_TOKEN)",
  );
}

const locations = [from, to].map(locationOf) as [DatabaseLocation, DatabaseLocation];
let lastPrinted = 0;
const printProgress = (table: string, done: number, total: number) => {
  if (done < total && Date.now() - lastPrinted < progressIntervalMs) return;
  lastPrinted = Date.now();
  console.log(`${table}: ${done} of ${total}`);
};

try {
  const moved = await moveDatabase(...locations, printProgress);
  console.log("\nEvery table has as many rows there as here, with the same contents (SHA-256):\n");
  for (const { table, rows, hash } of moved)
    console.log(`${table.padEnd(24)}${String(rows).padStart(10)}  ${hash.slice(0, 16)}`);
  console.log(`\nSet DATABASE_URL to ${locationLabel(locations[1])} and start Foothold.`);
  console.log(
    "Its AUTH_SECRET must stay the same (what data/secret holds, where none was set): passwords are sealed with it.",
  );
} catch (error) {
  throw new CliError(explainDatabase(error, "One of the two databases"));
}

function locationOf(url: string): DatabaseLocation {
  try {
    return databaseLocation(url);
  } catch (error) {
    throw new CliError(String(error instanceof Error ? error.message : error));
  }
}
