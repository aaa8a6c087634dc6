import { afterEach, expect, test, vi } from "vitest";
import { basePathFault } from "./base-path.ts";

// Read once per module, as a build has it within.
async function below(base: string) {
  vi.resetModules();
  vi.stubEnv("BASE_PATH", base);
  return import("./base-path.ts");
}

afterEach(() => vi.unstubAllEnvs());

test("without a base path, paths are as they are", async () => {
  const { cookiePath, withBase, withoutBase } = await below("");
  for (const path of ["/", "/postings?q=a", "https://example.org/x", "#top"]) {
    expect(withBase(path)).toBe(path);
    expect(withoutBase(path)).toBe(path);
  }
  expect(cookiePath).toBe("/");
});

test("with one, paths of ours get it, and lose it again", async () => {
  const { cookiePath, withBase, withoutBase } = await below("/foothold");
  expect(withBase("/postings?q=a#b")).toBe("/foothold/postings?q=a#b");
  for (const other of ["https://example.org/x", "?q=a", "#top", "mailto:a@example.org"])
    expect(withBase(other)).toBe(other);
  expect(withoutBase("/foothold/postings?q=a")).toBe("/postings?q=a");
  expect(withoutBase("/foothold?q=a")).toBe("/?q=a");
  expect(withoutBase("/foothold")).toBe("/");
  expect(withoutBase("/footholds")).toBe("/footholds");
  expect(cookiePath).toBe("/foothold");
});

test.each(["", "/foothold", "/apps/foothold_2", "/a-b/c"])("BASE_PATH=%s is taken", (given) => {
  expect(basePathFault(given)).toBeUndefined();
});

test.each([
  "foothold",
  "/",
  "/foothold/",
  "//foothold",
  "/a//b",
  "/a b",
  " ",
  "/a.b",
  "/..",
  "/a%20b",
  "/a?b",
  "/a#b",
  "/_next",
  "/a\\b",
  "https://example.org/a",
])("BASE_PATH=%s is refused in a sentence", (given) => {
  expect(basePathFault(given)).toMatch(/^BASE_PATH must be like \/foothold, .+\.$/);
});

test("PUBLIC_URL may name the same path or none", () => {
  for (const path of ["", "/", "/foothold", "/foothold/"])
    expect(basePathFault("/foothold", `https://example.org${path}`)).toBeUndefined();
  for (const path of ["/jobs", "/foothold/jobs", "/"])
    expect(basePathFault("", `https://example.org${path}`)).toBeUndefined();
  expect(basePathFault("/foothold", "https://example.org/jobs")).toBe(
    "PUBLIC_URL leads to /jobs and BASE_PATH is /foothold: both must name the same path, or PUBLIC_URL none.",
  );
});
