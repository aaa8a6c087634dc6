import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isAllowed, noticesOf, shippedPackages } from "./third-party-notices.ts";

const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));

test("an expression is allowed where one of its choices, or all of its parts, are in the list", () => {
  expect(isAllowed("MIT")).toBe(true);
  expect(isAllowed("(MIT OR GPL-3.0-or-later)")).toBe(true);
  expect(isAllowed("(MIT AND Zlib)")).toBe(true);
  expect(isAllowed("MIT AND SSPL-1.0")).toBe(false);
  expect(isAllowed("BUSL-1.1")).toBe(false);
  expect(isAllowed("")).toBe(false);
});

test("the notices name every package that is shipped, fonts among them", () => {
  const notices = noticesOf(packages);
  for (const [folder, { version }] of shippedPackages(packages)) {
    expect(notices).toContain(`${folder.split("node_modules/").at(-1)} ${version} (`);
  }
  expect(notices).toMatch(/@fontsource-variable\/inter [\d.]+ \(OFL-1\.1\)\n\n````text\n/);
});
