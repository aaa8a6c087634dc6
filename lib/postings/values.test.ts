import { expect, test } from "vitest";
import { statusWords } from "./values.ts";

test("a status of any name is shown by its name, one that every object knows too", () => {
  for (const status of ["constructor", "toString", "Paused"])
    expect(statusWords(status)).toEqual({ kind: "closed", label: status });
});
