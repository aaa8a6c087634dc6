import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import { readSources } from "./structure/sources.ts";

const entry = "server/standalone.mjs";
// What the folder is started with, beside what Next has gathered for the pages.
const entries = [
  entry,
  "server/main.ts",
  ...["backup", "restore", "health"].map((name) => `scripts/${name}.ts`),
];

/** Adds to a copy of Next's standalone output what it lacks: the static files, and our server. */
export function assemble(target: string): void {
  for (const folder of ["static", "brotli"]) {
    cpSync(join(".next", folder), join(target, ".next", folder), { recursive: true });
  }
  if (existsSync("public")) cpSync("public", join(target, "public"), { recursive: true });
  writeFileSync(join(target, "server.js"), `import "./${entry}";\n`);
  for (const path of withImports(entries)) {
    const to = join(target, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(to), { recursive: true });
    if (path.endsWith(".ts")) writeFileSync(to, withoutTypes(readFileSync(path, "utf8")));
    else cpSync(path, to);
  }
}

/**
 * A module as JavaScript. Node could take the types away as it starts, with a compiler in WebAssembly that then
 * stays in memory: 16 MB.
 */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  // Node says that this is an experiment, which is nothing to whoever builds.
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source).replaceAll(/(["'])(\.{1,2}\/[^"'\n]+)\.ts\1/g, "$1$2.js$1");
  } finally {
    process.emitWarning = emitWarning;
  }
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
