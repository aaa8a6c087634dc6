import { afterAll, expect, test, vi } from "vitest";
import { boundedPatterns } from "./bounded-patterns.ts";
import { isSuperLinear, type Pattern, readPatterns } from "./patterns.ts";

const { patterns, builders } = readPatterns(".");
// Next's own routes, the project's own sources and mails, and what only a test's database runs.
const ownInput = /^(server\/next|scripts\/.*|db\/drivers\/testing-rules)\.(ts|mjs)$/;
const found = patterns.filter(isSuperLinear);

afterAll(() => vi.unstubAllGlobals());

test("the checker knows patterns that take more time than their text has letters", () => {
  for (const source of ["[ \\t]+$", "^(a+)+$", "\\s*,\\s*$", "^\\S+@\\S+\\.\\S+$"])
    expect(isSuperLinear({ source, flags: "" }), source).toBe(true);
  expect(isSuperLinear({ source: "^[a-z]+$", flags: "" })).toBe(false);
  expect(patterns.length).toBeGreaterThan(400);
});

test("no pattern of the program takes more, or its text is short", () => {
  const name = (path: string, source: string) => `${path}: ${source}`;
  const listed = boundedPatterns.map(([path, source]) => name(path, source));
  expect(found.map(({ path, source }) => name(path, source)).sort()).toEqual(listed.sort());
});

test("neither does one that is built of texts when its module is loaded", async () => {
  const built: Pattern[] = [];
  let path = "";
  const construct = (RegExpClass: RegExpConstructor, args: [string | RegExp, string?]) => {
    const pattern = new RegExpClass(...args);
    built.push({ path, source: pattern.source, flags: pattern.flags });
    return pattern;
  };
  vi.stubGlobal("RegExp", new Proxy(RegExp, { construct }));
  vi.resetModules();
  const loaded = builders.filter((each) => !ownInput.test(each));
  for (path of loaded) await import(/* @vite-ignore */ `../../${path}`);
  expect(built.length).toBeGreaterThan(loaded.length);
  expect(built.filter(isSuperLinear)).toEqual([]);
});
