import { contentFaults } from "./contents.ts";
import { cycleFaults } from "./cycles.ts";
import { importFaults } from "./imports.ts";
import { nameFaults } from "./names.ts";
import { readSources } from "./sources.ts";
import { styleFaults } from "./styles.ts";

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
