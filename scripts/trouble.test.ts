import { expect, test } from "vitest";
import { explain } from "./trouble.mjs";

test.each([
  ["npm error code ENOSPC\nnpm error nospc", /disk is full/],
  ["npm error code ENOTFOUND\nnpm error request to a registry failed", /connection/],
  ["npm error code EACCES", /cannot be written/],
  ["npm error code EUSAGE", /disagree/],
])("%j is explained", (output, words) => {
  expect(explain(output)).toMatch(words);
});

test("what is not known is not explained", () => {
  expect(explain("Type error: the sky is green")).toBeUndefined();
});
