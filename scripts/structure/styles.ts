import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

const scales = "components/ui/tokens.css";
const maxLines = 250;
// In the shorthand `font` the size stands before the slash.
const rawSize = /\b(font-size|font|border(-\w+)*-radius):[^;/]*?[\d.]+px|\bz-index: -?[1-9]\d*/;

/** What is wrong with the style sheets under `root`, each as `file: rule: what to do`. */
export function styleFaults(root: string): string[] {
  return globSync("{app,components}/**/*.css", { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .flatMap((path) =>
      sheetFaults(path, readFileSync(join(root, path), "utf8")).map((fault) => `${path}: ${fault}`),
    );
}

function sheetFaults(path: string, text: string): string[] {
  const faults: string[] = [];
  const rules = text.replaceAll(/\/\*.*?\*\//gs, "");
  const lines = text.split("\n").length - 1;
  if (lines > maxLines)
    faults.push(`length: ${lines} lines, and ${maxLines} are allowed; split it by what it styles`);
  const bare = topLevel(rules).find((rule) => !/^@(layer|import|theme|source)\b/.test(rule));
  if (bare) faults.push(`layers: write "${bare}" inside an @layer, or it wins over every layer`);
  const raw = rawSize.exec(rules)?.[0];
  if (raw && path !== scales) faults.push(`scales: take a token of ${scales} for "${raw}"`);
  return faults;
}

/** What stands outside all braces: selectors, and at-rules with their words. */
function topLevel(rules: string): string[] {
  let rest = rules;
  for (let before = ""; before !== rest; ) {
    before = rest;
    rest = rest.replaceAll(/\{[^{}]*\}/g, ";");
  }
  return rest.split(";").flatMap((rule) => rule.trim() || []);
}
