import type { Source } from "./sources.ts";
import { domains, libFiles, lineLimits, vagueName } from "./vocabulary.ts";

/** What is wrong with where a file lies, what it is called and how long it is. */
export function nameFaults({ path, lines, exportsAll }: Source): string[] {
  const faults: string[] = [];
  const parts = path.split("/");
  const stem = parts.at(-1)?.replace(/\.\w+$/, "") ?? "";
  const limit = lineLimits.find(([pattern]) => pattern.test(path))?.[1] ?? 0;

  if (lines > limit)
    faults.push(`length: ${lines} lines, and ${limit} are allowed; split it by what it does`);
  if (parts.includes("src")) faults.push("no src: move it to the folder of its layer");
  if (stem === "index") faults.push("no barrels: import the module itself, and remove this file");
  else if (exportsAll) faults.push('no barrels: replace "export *" by importing the module itself');
  if (/^(lib|components)$/.test(parts[0] ?? "") && vagueName.test(stem))
    faults.push("vague name: name it for what it does");
  if (parts[0] === "lib" && !stem.endsWith(".test"))
    faults.push(...libFaults(parts.slice(1, -1), stem));
  return faults;
}

function libFaults([domain]: string[], stem: string): string[] {
  const listed = domain ? domains.includes(domain) : libFiles.includes(stem);
  if (listed) return [];
  const what = domain
    ? `no folder of lib/ is called "${domain}"`
    : `no file of lib/ itself is called "${stem}"`;
  return [`vocabulary: ${what}; take a listed name, or list it in scripts/structure/vocabulary.ts`];
}
