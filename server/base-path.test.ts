import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { belowBasePath, builtBasePath, restoreBasePath } from "./base-path.ts";
import type { Middleware } from "./middleware.ts";

const build = vi.hoisted(() => ({ basePath: "" }));
vi.mock("./next.ts", () => ({ builtConfig: () => build }));

beforeEach(() => {
  for (const name of ["BASE_PATH", "PUBLIC_URL", "NEXTAUTH_URL"]) vi.stubEnv(name, "");
});
afterEach(() => vi.unstubAllEnvs());

function urlAfter(middleware: Middleware, url: string): string | undefined {
  const request = { url } as IncomingMessage;
  let went = false;
  middleware(request, {} as ServerResponse, () => {
    went = true;
  });
  expect(went).toBe(true);
  return request.url;
}

test.each([
  ["/foothold", "/"],
  ["/foothold/", "/"],
  ["/foothold?q=a", "/?q=a"],
  ["/foothold/api/me?x", "/api/me?x"],
  ["/foothold//x", "//x"],
])("%s is %s below the base path", (url, path) => {
  expect(urlAfter(belowBasePath("/foothold"), url)).toBe(path);
});

test.each([
  "/",
  "/dashboard",
  "/footholds",
  "/Foothold",
  "/%66oothold",
  "http://x/foothold/y",
  "*",
])("%s is outside", (url) => {
  expect(urlAfter(belowBasePath("/foothold"), url)).toBe("/_outside");
});

test.each([
  ["/", "/foothold"],
  ["/?q=a", "/foothold?q=a"],
  ["/postings/1", "/foothold/postings/1"],
])("Next gets %s as %s", (path, url) => {
  expect(urlAfter(restoreBasePath("/foothold"), path)).toBe(url);
});

test("the build says its base path, which the environment need not repeat", () => {
  build.basePath = "/foothold";
  expect(builtBasePath()).toBe("/foothold");
  expect(process.env.BASE_PATH).toBe("/foothold");
  expect(builtBasePath()).toBe("/foothold");
});

test("another base path than the build's is refused in a sentence", () => {
  build.basePath = "";
  vi.stubEnv("BASE_PATH", "/foothold");
  expect(builtBasePath).toThrow(
    "BASE_PATH is /foothold, and this build lives at the root of its host: build it anew.",
  );
  build.basePath = "/jobs";
  expect(builtBasePath).toThrow("this build lives below /jobs");
});

test("PUBLIC_URL is held against the build's base path", () => {
  build.basePath = "/foothold";
  vi.stubEnv("PUBLIC_URL", "https://example.org/jobs");
  expect(builtBasePath).toThrow("PUBLIC_URL leads to /jobs and BASE_PATH is /foothold");
});
