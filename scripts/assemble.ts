import { cpSync, existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readSources } from "./structure/sources.ts";

const entry = "scripts/server/standalone.mjs";
// What the folder is started with, beside what Next has gathered for the pages.
const entries = [
  entry,
  "scripts/server/main.ts",
  ...["backup", "restore", "health"].map((name) => `scripts/${name}.ts`),
];

/** Adds to a copy of Next's standalone output what it lacks: the static files, and our server. */
export function assemble(target: string): void {
  for (const folder of ["static", "brotli"]) {
    cpSync(join(".next", folder), join(target, ".next", folder), { recursive: true });
  }
  if (existsSync("public")) cpSync("public", join(target, "public"), { recursive: true });
  writeFileSync(join(target, "server.js"), `import "./${entry}";\n`);
  for (const path of withImports(entries)) cpSync(path, join(target, path));
}

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
