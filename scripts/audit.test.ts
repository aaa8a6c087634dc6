import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// They work without it: it only checks the binary that another package brought.
const withScripts = new Set(["esbuild"]);

type Lock = { packages: Record<string, { hasInstallScript?: boolean; resolved?: string }> };
const lock: Lock = JSON.parse(readFileSync("package-lock.json", "utf8"));

test("only what is on the list may run a script when it is installed", () => {
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
  const found = Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [path.split("node_modules/").at(-1) ?? path] : [],
  );
  expect(found.filter((name) => !withScripts.has(name))).toEqual([]);
});

test("packages come from the registry that npm is set up for, and no other place", () => {
  const elsewhere = Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined);
  expect(elsewhere).toEqual([]);
});
