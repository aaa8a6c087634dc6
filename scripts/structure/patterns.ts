import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { analyse } from "scslre";

/** A regular expression of the source, and the file that has it. */
export type Pattern = { path: string; source: string; flags: string };

/** Every regular expression literal of the program, and the modules that build more of them out of texts. */
export function readPatterns(root: string): { patterns: Pattern[]; builders: string[] } {
  const folders = "{app,components,lib,db,server,scripts}/**/*.{ts,tsx,mjs}";
  const patterns: Pattern[] = [];
  const builders = new Set<string>();
  const paths = globSync([folders, "*.{ts,mjs}"], { cwd: root });
  for (const path of paths.map((each) => each.replaceAll("\\", "/")).sort()) {
    if (/\.test\.tsx?$/.test(path)) continue;
    const text = readFileSync(join(root, path), "utf8");
    const buildsOne = (callee: { type: string; name?: unknown }) => {
      if (callee.type === "Identifier" && callee.name === "RegExp") builders.add(path);
    };
    new Visitor({
      Literal: (node) => {
        if (!("regex" in node)) return;
        patterns.push({ path, source: node.regex.pattern, flags: node.regex.flags });
      },
      NewExpression: ({ callee }) => buildsOne(callee),
      CallExpression: ({ callee }) => buildsOne(callee),
    }).visit(parseSync(path, text).program);
  }
  return { patterns, builders: [...builders] };
}

/** Whether a text can be made that takes more time than its length, polynomial or exponential. */
export const isSuperLinear = ({ source, flags }: Pick<Pattern, "source" | "flags">): boolean =>
  analyse({ source, flags }, { maxReports: 1 }).reports.length > 0;
