import { readFileSync } from "node:fs";
import { join } from "node:path";

type Route = { page: string; regex: string };

/**
 * Says which route of the build answers a path, as its pattern: `/postings/[id]`. So what is counted and
 * logged holds no id, no name and no path that somebody made up.
 */
export function routesOf(folder: string): (path: string) => string {
  const manifest = JSON.parse(readFileSync(join(folder, "routes-manifest.json"), "utf8")) as {
    staticRoutes: Route[];
    dynamicRoutes: Route[];
  };
  const known = new Map(manifest.staticRoutes.map(({ page }) => [page, page]));
  const patterns = manifest.dynamicRoutes.map(({ page, regex }) => ({
    page,
    pattern: new RegExp(regex),
    begin: page.slice(0, page.indexOf("[")),
  }));
  return (path) => {
    if (path.startsWith("/_next/")) return "/_next/*";
    const whole = path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
    const page = known.get(whole);
    if (page) return page;
    for (const { begin, pattern, page } of patterns) {
      if (whole.startsWith(begin) && pattern.test(whole)) return page;
    }
    return "(none)";
  };
}
