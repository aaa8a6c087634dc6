import { cycleFaults } from "./cycles.ts";
import { importFaults } from "./imports.ts";
import { readSources, type Source } from "./sources.ts";
import { styleFaults } from "./styles.ts";
import { domains, libFiles, lineLimits, vagueName } from "./vocabulary.ts";

/** Every breach of the house's rules under `root`, as `file: rule: what to do`. */
export function checkStructure(root: string): string[] {
  const sources = readSources(root);
  const faults = sources.flatMap((source) =>
    [...nameFaults(source), ...contentFaults(source), ...importFaults(root, source)].map(
      (fault) => `${source.path}: ${fault}`,
    ),
  );
  return [...faults, ...cycleFaults(sources), ...styleFaults(root)];
}

/** What is wrong with where a file lies, what it is called and how long it is. */
function nameFaults({ path, lines, exportsAll }: Source): string[] {
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

const silencers = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/;
const webOnly = ["next/cache", "next/headers", "next/navigation"];
const service = /^lib\/.*\b(queries|commands)\.ts$/;
const redirects = /(?:actions?|route)\.ts$/;
const imports = (source: Source, name: string) =>
  source.imports.some((i) => i.specifier === name && !i.typeOnly);

/** What is wrong with what a file says. */
function contentFaults(source: Source): string[] {
  const faults: string[] = [];
  const silencer = source.comments.map((text) => silencers.exec(text)?.[0]).find(Boolean);
  if (silencer) faults.push(`no silencing: remove ${silencer} and mend what it hides`);
  if (source.hasAny) faults.push("no any: say the type, or take unknown and narrow it");

  if (service.test(source.path)) {
    if (!imports(source, "server-only")) {
      faults.push('server-only: import "server-only" first, so that no browser can load it');
    }
    const web = webOnly.find((name) => imports(source, name));
    if (web) faults.push(`service: ${web} belongs in actions.ts or a page, not here`);
  }
  const [rawPath] = /^(app|components)\//.test(source.path) ? source.rawPaths : [];
  if (rawPath !== undefined) {
    faults.push(
      `base path: put withBase of lib/base-path.ts around "${rawPath}", or take Link or PlainLink`,
    );
  }
  if (redirects.test(source.path) && imports(source, "next/navigation")) {
    faults.push("base path: Next forgets it here; take redirectBelow of lib/redirect-below.ts");
  }
  if (source.directive === "use server" && !source.path.endsWith("/actions.ts")) {
    faults.push('actions: "use server" belongs in an actions.ts');
  }
  return faults;
}
