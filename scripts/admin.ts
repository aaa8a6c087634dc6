import { closeDb } from "../db/client.ts";
import { migrateDatabase } from "../db/migrate.ts";
import { makeResetNamed } from "../lib/resets/commands.ts";
import { promote } from "../lib/users/commands.ts";
import { settings } from "./listen.ts";

const args = process.argv.slice(2);
const [username] = args.filter((arg) => arg !== "--reset");

if (!username) {
  console.error(
    "Whom? Give a user name: npm run admin -- USERNAME, or npm run admin -- --reset USERNAME",
  );
  process.exitCode = 1;
} else {
  await migrateDatabase();
  const said = args.includes("--reset") ? await reset(username) : await makeAdmin(username);
  closeDb();
  console.log(said ?? `Nobody here is called ${username}.`);
  process.exitCode = said ? 0 : 1;
}

async function makeAdmin(name: string): Promise<string | null> {
  return (await promote(name)) ? `${name} is an admin now.` : null;
}

async function reset(name: string): Promise<string | null> {
  const key = await makeResetNamed(name);
  if (!key) return null;
  const link = new URL(`/reset/${key}`, settings().address);
  return `${link}\n\nThis link lets ${name} choose a new password, once and within a day.`;
}
