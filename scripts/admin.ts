import { closeDb } from "../db/client.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { promote } from "../lib/users/commands.ts";

const [username] = process.argv.slice(2);

if (!username) {
  console.error("Whom? Give a user name: npm run admin -- USERNAME");
  process.exitCode = 1;
} else {
  migrateDatabase();
  const found = await promote(username);
  closeDb();
  console.log(found ? `${username} is an admin now.` : `Nobody here is called ${username}.`);
  process.exitCode = found ? 0 : 1;
}
