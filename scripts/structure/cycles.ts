import type { Source } from "./sources.ts";
import { domainGroups } from "./vocabulary.ts";

// Fronts and tests stand above the services of all domains.
const above = /\/(operations|actions)\.ts$|\.test\.ts$/;

type Graph = Map<string, Set<string>>;

/**
 * The import cycles between files, and those between the services in lib/, each as one line of its steps.
 * Imports of types count: two files that know each other's types can only be read together.
 */
export function cycleFaults(sources: Source[]): string[] {
  const files: Graph = new Map();
  const domains: Graph = new Map();
  for (const { path, imports } of sources) {
    for (const { target } of imports) {
      if (!target) continue;
      link(files, path, target);
      const [from, to] = [domainOf(path), domainOf(target)];
      if (from && to && from !== to && !above.test(path)) link(domains, from, to);
    }
  }
  return [
    ...findCycles(files).map((cycle) => `${cycle}: cycle: move what both need to a third file`),
    ...findCycles(domains).map(
      (cycle) => `${cycle}: domain cycle: let one of them know nothing of the other`,
    ),
  ];
}

const groups = domainGroups.join("|");
// A file that lies in a group itself belongs to no domain, as one in lib/ itself does not.
const domainPattern = new RegExp(`^lib/((${groups})/[^/]+|(?!(${groups})/)[^/]+)(?=/)`);
const domainOf = (path: string) => domainPattern.exec(path)?.[0];

function link(graph: Graph, from: string, to: string): void {
  graph.set(from, (graph.get(from) ?? new Set()).add(to));
}

// Depth first: an edge back to what is still open closes a cycle.
function findCycles(graph: Graph): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (node: string, open: string[]): void => {
    const start = open.indexOf(node);
    if (start >= 0) {
      cycles.push([...open.slice(start), node].join(" → "));
      return;
    }
    if (done.has(node)) return;
    for (const next of graph.get(node) ?? []) visit(next, [...open, node]);
    done.add(node);
  };
  for (const node of [...graph.keys()].sort()) visit(node, []);
  return cycles;
}
