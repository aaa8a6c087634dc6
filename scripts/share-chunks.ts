import { globSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const mark = /\n*\/\/# sourceMappingURL=.*\s*$/;

/**
 * Lets chunks of the server that are the same but for their names be one: the bundler writes some of them nine
 * times, and a server would keep the source of each, twice as large as the file where a letter is not Latin-1.
 */
export function shareChunks(folder: string): void {
  const first = new Map<string, string>();
  for (const name of globSync("chunks/**/*.js", { cwd: folder }).sort()) {
    const path = join(folder, name);
    const source = readFileSync(path, "utf8").replace(mark, "");
    if (!source.startsWith("module.exports=[")) continue;
    const same = first.get(source);
    if (!same) first.set(source, path);
    else writeFileSync(path, `module.exports=require(${JSON.stringify(from(path, same))});\n`);
  }
}

function from(path: string, to: string): string {
  return `./${relative(dirname(path), to).replaceAll("\\", "/")}`;
}
