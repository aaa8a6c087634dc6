import { expect, test } from "vitest";
import { explainFailure } from "./cli-error.mjs";

test.each([
  ["npm error code ENOSPC\nnpm error nospc", /disk is full/],
  ["npm error code ENOTFOUND\nnpm error request to a registry failed", /connection/],
  ["npm error code EACCES", /cannot be written/],
  ["npm error code EUSAGE", /disagree/],
])("%j is explained", (output, explanation) => {
  expect(explainFailure(output)).toMatch(explanation);
});

test("an unknown failure has no explanation", () => {
  expect(explainFailure("Type error: the sky is green")).toBeUndefined();
});
