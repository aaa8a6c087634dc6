import { expect, test } from "vitest";
import { pathWithQuery, toWebUrl } from "./urls.ts";

test("a path leaves out empty parameters", () => {
  expect(pathWithQuery("/sites", { q: "", page: undefined })).toBe("/sites");
  expect(pathWithQuery("/sites", { q: "a & b", page: 2 })).toBe("/sites?q=a+%26+b&page=2");
});

test.each([
  ["https://jobs.example.org/?q=a", "https://jobs.example.org/?q=a"],
  [" jobs.example.org/list ", "https://jobs.example.org/list"],
  ["HTTP://example.org", "HTTP://example.org"],
  ["bücher.example:8080", "https://bücher.example:8080"],
])("%s is a web address", (text, link) => {
  expect(toWebUrl(text)).toBe(link);
});

test.each([
  "",
  "javascript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "//example.org",
  "the careers page",
  "https://",
  "C:\\jobs.txt",
])("%j is not a web address", (text) => {
  expect(toWebUrl(text)).toBeUndefined();
});
