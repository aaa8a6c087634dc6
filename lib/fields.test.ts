import { expect, test } from "vitest";
import { z } from "zod";
import { fieldErrors } from "./fields.ts";

test("an error at a field of any name is told, at one that every object knows too", () => {
  const { error } = z.record(z.string(), z.string("Text.")).safeParse({ constructor: 1, title: 2 });
  expect(fieldErrors(error as z.ZodError)).toEqual({ constructor: ["Text."], title: ["Text."] });
});
