import { expect, test } from "vitest";
import { z } from "zod";
import { fieldErrors, text } from "./fields.ts";
import { expectLinear } from "./testing-cost.ts";

test("an error at a field of any name is told, at one that every object knows too", () => {
  const { error } = z.record(z.string(), z.string("Text.")).safeParse({ constructor: 1, title: 2 });
  expect(fieldErrors(error as z.ZodError)).toEqual({ constructor: ["Text."], title: ["Text."] });
});

const blanks =
  "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

test("a text loses the blanks at its ends that the documented API trims, and no others", () => {
  const kept = `\ufeff\u200bA${blanks}B\u180e\x1b`;
  expect(text().parse(`${blanks}${kept}${blanks}`)).toBe(kept);
  expect(text({ blank: true }).parse(blanks)).toBe("");
});

test.each([...blanks])("a text of many %j costs no more than its length", (blank) => {
  const rule = text({ max: 8 });
  expectLinear((length) => {
    const long = `x${blank.repeat(length)}x`;
    return () => rule.safeParse(long);
  });
  expect(rule.parse(`x${blank.repeat(100_000)}`)).toBe("x");
});

test("as many errors as a body has room for are gathered without waiting", () => {
  expectLinear((length) => {
    const issue: z.core.$ZodIssue = { code: "custom", path: ["rows"], message: "No.", input: 1 };
    const error = new z.ZodError(Array.from({ length }, () => issue));
    return () => fieldErrors(error);
  });
});
