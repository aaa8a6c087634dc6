import type { Source } from "./sources.ts";

const silencers = /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable/;
const webOnly = ["next/cache", "next/headers", "next/navigation"];
const service = /^lib\/.*\b(queries|commands)\.ts$/;
const imports = (source: Source, name: string) =>
  source.imports.some((i) => i.specifier === name && !i.typeOnly);

/** What is wrong with what a file says. */
export function contentFaults(source: Source): string[] {
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
  if (source.directive === "use server" && !source.path.endsWith("/actions.ts")) {
    faults.push('actions: "use server" belongs in an actions.ts');
  }
  return faults;
}
