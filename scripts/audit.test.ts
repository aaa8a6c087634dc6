import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// esbuild works without it: the script only checks the binary that another package installs.
const allowed = new Set(["esbuild"]);

type Lock = { packages: Record<string, { hasInstallScript?: boolean; resolved?: string }> };
const lock: Lock = JSON.parse(readFileSync("package-lock.json", "utf8"));

test("only what is on the list may run a script when it is installed", () => {
  expect(readFileSync(".npmrc", "utf8")).toMatch(/^ignore-scripts=true$/m);
  const found = Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) =>
    hasInstallScript ? [path.split("node_modules/").at(-1) ?? path] : [],
  );
  expect(found.filter((name) => !allowed.has(name))).toEqual([]);
});

test("packages come from the configured registry only", () => {
  const withUrl = Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined);
  expect(withUrl).toEqual([]);
});
