import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildFolder } from "../../../server/next.ts";
import { longQueries } from "./queries.ts";
import type { Sizes } from "./sizes.ts";
import type { Target } from "./target.ts";
import { someTexts } from "./texts.ts";

type Manifest = Record<"staticRoutes" | "dynamicRoutes", { page: string }[]>;

/** The build's pages: those of a row have `[id]` in their path. */
function pages(): string[] {
  const path = join(buildFolder, "routes-manifest.json");
  const manifest: Manifest = JSON.parse(readFileSync(path, "utf8"));
  return [...manifest.staticRoutes, ...manifest.dynamicRoutes]
    .map(({ page }) => page)
    .filter((page) => !/^\/(_|api\/|icon)/.test(page));
}

const isOfRow = (page: string) => page.includes("[");

/** Opens each page with each kind of long query, of the names that its own links and forms have. */
export async function openWithLongQueries(
  target: Target,
  headers: Record<string, string>,
  sizes: Sizes,
): Promise<void> {
  for (const [at, page] of pages()
    .filter((each) => !isOfRow(each))
    .entries()) {
    const { text } = await target.send(`${page}: alone`, page, { headers });
    for (const { name, query } of longQueries(namesIn(text), someTexts(at, 3), sizes))
      await target.send(`${page}: ${name}`, `${page}?${query}`, { headers });
  }
}

const parameter = /(?:[?&]|&amp;)(\w+)=|<(?:input|select)[^>]* name="(\w+)"/g;

function namesIn(html: string): string[] {
  const found = Array.from(
    html.matchAll(parameter),
    ([, inLink, inForm]) => inLink ?? inForm ?? "",
  );
  return [...new Set(["q", ...found])].slice(0, 30);
}

/** Opens all pages, now that the rows that were sent are there, and those of each row. */
export async function openRows(target: Target, headers: Record<string, string>): Promise<void> {
  for (const page of pages()) {
    if (!isOfRow(page)) await target.send(`${page}: what was sent`, page, { headers });
    const [, kind = ""] = page.split("/");
    for (const [id, name] of (page.includes("[id]") && target.made.get(kind)) || [])
      await target.send(`${page} of ${name}`, page.replace("[id]", String(id)), { headers });
  }
}
