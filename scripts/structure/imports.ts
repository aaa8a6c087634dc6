import { isThere, type Source } from "./sources.ts";
import { layers } from "./vocabulary.ts";

const hidden = /^db\/|^lib\/.*\b(queries|commands)\.ts$/;
const front = /^lib\/.*\/(operations|actions)\.ts$/;
const service = /^lib\/.*\/(schema|values|queries|commands)\.ts$/;
const isTest = (path: string) => /\.(test|spec)\.tsx?$/.test(path);

function layerOf(path: string): string {
  if (path.includes("/")) return path.slice(0, path.indexOf("/"));
  if (path === "package.json") return path;
  return /\.config\.\w+$/.test(path) ? "scripts" : "root";
}

/** What is wrong with what a file imports, taken alone. */
export function importFaults(root: string, source: Source): string[] {
  const layer = layerOf(source.path);
  const allowed = [
    ...(layers[layer] ?? []),
    ...(isTest(source.path) ? ["lib", "db", "scripts"] : []),
  ];
  const faults: string[] = [];
  for (const { specifier, target, typeOnly } of source.imports) {
    if (!target) continue;
    if (!isThere(root, target)) {
      faults.push(`import: "${specifier}" is no file; write its path with the extension`);
    } else if (!allowed.includes(layerOf(target))) {
      faults.push(
        `layers: ${layer} may not import ${target}; it may import ${layers[layer]?.join(", ")}`,
      );
    } else if (layer === "extension" && layerOf(target) !== layer && !typeOnly) {
      faults.push(`layers: the extension may import types alone of ${target}`);
    } else if (source.directive === "use client" && !typeOnly && hidden.test(target)) {
      faults.push(`client: a browser may not load ${target}; pass its result as props`);
    } else if (target.endsWith(".css") && !(layer === "app" && target.startsWith("app/"))) {
      faults.push(
        `styles: list ${target} in app/globals.css, or in the style sheet beside the pages that need it`,
      );
    } else if (service.test(source.path) && front.test(target)) {
      faults.push(`fronts: a service may not know ${target}; the front calls the service`);
    }
  }
  return faults;
}
