import { globSync } from "node:fs";

const pathsOf = (pattern: string, end: RegExp) =>
  globSync(pattern).map((file) => {
    const path = file.replaceAll("\\", "/").replace(/^app/, "").replace(end, "");
    return path.replaceAll(/\/\([a-z]+\)/g, "") || "/";
  });

/** The paths of all pages; `[id]` stands for a row. */
export const pages = () => pathsOf("app/**/page.tsx", /\/page\.tsx$/);

/** The paths of all route handlers. */
export const routes = () => pathsOf("app/**/route.ts", /\/route\.ts$/);

/** Fills in the parameters of a path: `[id]` by its section's row, others by 1. */
export function withRow(path: string, rows: Record<string, number | string>): string {
  const [, section = ""] = path.split("/");
  return path.replace("[id]", String(rows[section] ?? 1)).replaceAll(/\[+(\.\.\.)?\w+\]+/g, "1");
}
