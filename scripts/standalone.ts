// npm run standalone [-- FOLDER]: a folder that runs with `node server.js` and nothing else.
import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "./build.ts";
import { readSources } from "./structure/sources.ts";
import { Trouble } from "./trouble.mjs";

const made = join(".next", "standalone");
const target = resolve(process.argv[2] ?? made);
// What the folder is started with, beside what Next has gathered for the pages.
const entry = "scripts/server/standalone.mjs";
const entries = [
  entry,
  "scripts/server/main.ts",
  ...["backup", "restore", "health"].map((name) => `scripts/${name}.ts`),
];

await build();
if (target !== resolve(made)) {
  if (existsSync(target)) throw new Trouble(`${target} exists already. Name another folder.`);
  // Links stay as they are: some of them point at packages within the folder.
  cpSync(made, target, { recursive: true, verbatimSymlinks: true });
}
cpSync(join(".next", "static"), join(target, ".next", "static"), { recursive: true });
if (existsSync("public")) cpSync("public", join(target, "public"), { recursive: true });
writeFileSync(join(target, "server.js"), `import "./${entry}";\n`);
for (const path of withImports(entries)) cpSync(path, join(target, path));
console.log(`${target} is ready: node ${join(target, "server.js")}`);

/** The modules and all of ours that they import. */
function withImports(paths: readonly string[]): Set<string> {
  const sources = new Map(readSources(".").map((source) => [source.path, source]));
  const found = new Set(paths);
  for (const path of found) {
    for (const { target, typeOnly } of sources.get(path)?.imports ?? []) {
      if (target && !typeOnly) found.add(target);
    }
  }
  return found;
}
