// npm run standalone [-- FOLDER]: makes a folder with everything that `node server.js` needs to run.
import { cpSync, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { assemble } from "./assemble.ts";
import { build } from "./build.ts";
import { CliError } from "./cli-error.mjs";

const made = join(".next", "standalone");
const target = resolve(process.argv[2] ?? made);

await build();
if (target !== resolve(made)) {
  if (existsSync(target)) throw new CliError(`${target} exists already. Name another folder.`);
  // Symbolic links are kept: some point to packages within the folder.
  cpSync(made, target, { recursive: true, verbatimSymlinks: true });
}
assemble(target);
console.log(`${target} is ready: node ${join(target, "server.js")}`);
