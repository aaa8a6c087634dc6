import { expect, test } from "vitest";
import { returnPath } from "./return-path.ts";

test("a path of this site is kept with its query", () => {
  expect(returnPath("/postings?page=2&q=a%20b#row-3")).toBe("/postings?page=2&q=a%20b#row-3");
});

test.each([
  "https://elsewhere.example/",
  "//elsewhere.example/",
  "/\\elsewhere.example",
  "\\/elsewhere.example",
  "/\t/elsewhere.example",
  "/\n/elsewhere.example",
  "javascript:alert(1)",
  "postings",
  "",
  "/",
  "/login?next=/login",
  "/x/../login",
  "/register",
  "/api/me/",
  undefined,
  ["/postings"],
])("%j leads to the dashboard", (asked) => {
  expect(returnPath(asked)).toBe("/dashboard");
});

test("two leading slashes behind dots do not make a host", () => {
  expect(returnPath("/.//elsewhere.example")).toBe("/dashboard");
});
