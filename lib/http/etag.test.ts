import { expect, test } from "vitest";
import { etagOf } from "./etag.ts";

test.each([10, 20_000])("is the same however %i bytes are cut", (size) => {
  const text = "é".repeat(size / 2);
  const bytes = new TextEncoder().encode(text);
  expect(etagOf([bytes.slice(0, 3), bytes.slice(3, 7), bytes.slice(7)])).toBe(etagOf(text));
  expect(etagOf([bytes])).toBe(etagOf(text));
  expect(etagOf(`${text}.`)).not.toBe(etagOf(text));
});
