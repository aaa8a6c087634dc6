import { globSync } from "node:fs";

const named = (pattern: string, end: RegExp) =>
  globSync(pattern).map((file) => {
    const path = file.replaceAll("\\", "/").replace(/^app/, "").replace(end, "");
    return path.replaceAll(/\/\([a-z]+\)/g, "") || "/";
  });

/** Every page there is, by its folder: `[id]` stands for a row. */
export const pages = () => named("app/**/page.tsx", /\/page\.tsx$/);

/** Every other address that answers. */
export const routes = () => named("app/**/route.ts", /\/route\.ts$/);

/** The row that a page's `[id]` means. */
export function withRow(path: string, rows: Record<string, number | string>): string {
  const [, place = ""] = path.split("/");
  return path.replace("[id]", String(rows[place] ?? 1)).replaceAll(/\[+(\.\.\.)?\w+\]+/g, "1");
}
