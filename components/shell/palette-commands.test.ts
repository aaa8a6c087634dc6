import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { matchingCommands, reportPages, settingsPages } from "./palette-commands.ts";

const labels = (query: string, admin = false) =>
  matchingCommands(query, admin).flatMap(({ items }) => items.map(({ label }) => label));

const pages: [path: string, label: string][] = [...reportPages, ...settingsPages].map(
  ([path, label]) => [path, label],
);

test.each(pages)("the page %s is called %s", (path, label) => {
  const page = readFileSync(`app/(tracker)${path}/page.tsx`, "utf8");
  expect(page).toContain(`title: "${label}"`);
});

test("a command is found by the beginning of any of its words", () => {
  expect(labels("sign out")).toContain("Sign out");
  expect(labels("log ou")).toEqual(["Sign out"]);
  expect(labels("dark")).toContain("Use dark colours");
  expect(labels("export")).toContain("Export your data");
  expect(labels("report pay")).toEqual(["Which sites pay off?", "What do they pay?"]);
  expect(labels("passk")).toEqual(["Security"]);
  expect(labels("ark")).toEqual([]);
});

test("admins alone find the users", () => {
  expect(labels("users")).toEqual([]);
  expect(labels("users", true)).toEqual(["Users"]);
});
