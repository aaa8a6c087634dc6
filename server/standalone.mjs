// node server.js [backup | restore FOLDER | health]: a standalone build's way in. Plain JavaScript, so that an old Node
// can say that it is one.
import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { CliError } from "../scripts/cli-error.mjs";

const root = join(import.meta.dirname, "..");
const commands = ["backup", "restore", "health"];
const [command, ...args] = process.argv.slice(2);
/** @param {string} path */
const load = (path) => import(pathToFileURL(join(root, path)).href);

try {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    throw new CliError(`Node 22.18 or newer is needed, and this is ${process.versions.node}.`);
  }
  if (command && !commands.includes(command)) {
    throw new CliError(
      `There is no "${command}". node server.js serves; it knows ${commands.join(", ")}.`,
    );
  }
  process.chdir(root);
  // What is written is for this account alone: the database, its secret, and copies of both.
  process.umask(0o077);
  if (existsSync(".env")) process.loadEnvFile(".env");
  // Here the next build removes all there is: the data belongs where `npm start` keeps it.
  if (basename(dirname(root)) === ".next") {
    process.env.DATABASE_URL ||= `file:${join(root, "..", "..", "data", "foothold.db")}`;
  }
  process.argv.splice(2, args.length + 1, ...args);
  if (command) await load(`scripts/${command}.js`);
  else {
    // Before the server is loaded, since it would be loaded twice.
    (await load("server/memory.js")).restartWithMemoryFlags();
    await load("server/main.js");
  }
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  process.exit(1);
}
