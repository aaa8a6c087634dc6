import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isBuiltin, stripTypeScriptTypes } from "node:module";
import { dirname, join } from "node:path";
import { readSources } from "./structure/sources.ts";
import { removeUnusedFiles } from "./unused-files.ts";

const entry = "server/standalone.mjs";
// What the folder is started with, beside what Next has gathered for the pages.
const entries = [
  entry,
  "server/main.ts",
  ...["backup", "restore", "health"].map((name) => `scripts/${name}.ts`),
];

/** Makes a copy of Next's standalone output whole: the static files, our server with its packages, and nothing unused. */
export function assemble(target: string): void {
  for (const folder of ["static", "brotli"]) {
    cpSync(join(".next", folder), join(target, ".next", folder), { recursive: true });
  }
  if (existsSync("public")) cpSync("public", join(target, "public"), { recursive: true });
  // Whoever gets the folder gets the licences of what is in it.
  for (const file of ["LICENSE", "THIRD-PARTY-NOTICES.md", "CHANGELOG.md", "package.json"]) {
    cpSync(file, join(target, file));
  }
  writeFileSync(join(target, "server.js"), `import "./${entry}";\n`);
  const { modules, packages } = withImports(entries);
  for (const path of modules) {
    const to = join(target, path.replace(/\.ts$/, ".js"));
    mkdirSync(dirname(to), { recursive: true });
    if (path.endsWith(".ts")) writeFileSync(to, withoutTypes(readFileSync(path, "utf8")));
    else cpSync(path, to);
  }
  copyPackages(packages, target);
  removeUnusedFiles(target);
}

/**
 * A module as JavaScript. Node could take the types away as it starts, with a compiler in WebAssembly that then
 * stays in memory: 16 MB.
 */
function withoutTypes(source: string): string {
  const { emitWarning } = process;
  // Node's warning that this is experimental does not concern the person who builds.
  process.emitWarning = () => {};
  try {
    return stripTypeScriptTypes(source).replaceAll(/(["'])(\.{1,2}\/[^"'\n]+)\.ts\1/g, "$1$2.js$1");
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** The modules, all of ours that they import, and the packages that any of these imports. */
function withImports(paths: readonly string[]) {
  const sources = new Map(readSources(".").map((source) => [source.path, source]));
  const modules = new Set(paths);
  const packages = new Set<string>();
  for (const path of modules) {
    for (const { specifier, target, typeOnly } of sources.get(path)?.imports ?? []) {
      if (typeOnly) continue;
      if (target) modules.add(target);
      else if (!isBuiltin(specifier)) packages.add(packageOf(specifier));
    }
  }
  return { modules, packages };
}

const packageOf = (specifier: string) =>
  specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");

/** Copies the packages that Next has not gathered for the pages, with all that they depend on. */
function copyPackages(packages: Set<string>, target: string): void {
  for (const name of packages) {
    const from = join("node_modules", name);
    if (existsSync(join(target, from))) continue;
    cpSync(from, join(target, from), { recursive: true });
    const { dependencies = {} } = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
    for (const needed of Object.keys(dependencies))
      if (!existsSync(join(from, "node_modules", needed))) packages.add(needed);
  }
}
