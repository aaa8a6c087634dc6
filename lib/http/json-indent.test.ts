import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonIndenter } from "./json-indent.ts";

test("indents any JSON as JSON.stringify does, in one piece and in many", () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), (values) => {
      const expected = JSON.stringify({ values }, null, 2);
      expect(jsonIndenter()(JSON.stringify({ values }))).toBe(expected);
      const pieces = values.map((value, at) => (at > 0 ? "," : "") + JSON.stringify(value));
      const all = ['{"values":[', ...pieces, "]}"];
      expect(all.map(jsonIndenter()).join("")).toBe(expected);
    }),
  );
});
