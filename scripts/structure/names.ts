import type { Source } from "./sources.ts";
import { domainFiles, libFiles, lineLimits, ownFiles } from "./vocabulary.ts";

/** What is wrong with where a file lies, what it is called and how long it is. */
export function nameFaults({ path, lines, exportsAll }: Source): string[] {
  const faults: string[] = [];
  const parts = path.split("/");
  const stem = parts.at(-1)?.replace(/\.\w+$/, "") ?? "";
  const limit = lineLimits.find(([pattern]) => pattern.test(path))?.[1] ?? 0;

  if (lines > limit)
    faults.push(`length: ${lines} lines, and ${limit} are allowed; split it by what it does`);
  if (parts.includes("src")) faults.push("no src: move it to the folder of its layer");
  if (/^helpers?$/.test(stem)) faults.push("no helpers: name it for what it does");
  if (stem === "index") faults.push("no barrels: import the module itself, and remove this file");
  else if (exportsAll) faults.push('no barrels: replace "export *" by importing the module itself');
  if (parts[0] === "lib" && !isListed(parts.slice(1, -1), stem)) {
    faults.push(
      `vocabulary: no file of this place is called "${stem}"; take a listed name, or list it in scripts/structure/vocabulary.ts`,
    );
  }
  return faults;
}

function isListed([domain, ...folders]: string[], stem: string): boolean {
  if (stem.endsWith(".test")) return true;
  if (!domain) return libFiles.includes(stem);
  const own = ownFiles[domain] ?? [];
  if (folders.length > 0) return own.includes(`${folders[0]}/`);
  return domainFiles.includes(stem) || own.includes(stem);
}
