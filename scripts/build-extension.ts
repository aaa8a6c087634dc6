import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, zip } from "wxt";

const generated = join("components", "browser", "bookmarklet-code.ts");
const root = "extension";
const shipped = ["popup", "collect"];

/** Builds the extension and gives its zip files. Needs no network. */
export async function buildExtension(): Promise<string[]> {
  const chrome = await zip({ root, browser: "chrome", filterEntrypoints: shipped });
  const firefox = await zip({
    root,
    browser: "firefox",
    manifestVersion: 3,
    filterEntrypoints: shipped,
  });
  return [...chrome, ...firefox];
}

/** The bookmarklet's code, built from the extension's source. */
export async function bookmarkletCode(): Promise<string> {
  const outDir = join("dist", "bookmarklet");
  await build({ root, outDir, filterEntrypoints: ["bookmarklet"] });
  return readFileSync(join(root, outDir, "chrome-mv3", "bookmarklet.js"), "utf8").trim();
}

/** Writes the module that holds it. */
export async function buildBookmarklet(): Promise<void> {
  const code = JSON.stringify(await bookmarkletCode());
  const says =
    "/** The bookmarklet; `__FOOTHOLD__` stands for the address of the Foothold that gives it. */";
  const from = "// Built from extension/bookmarklet.ts by npm run extension.";
  writeFileSync(generated, `${from}\n\n${says}\nexport const bookmarkletCode =\n  ${code};\n`);
}
