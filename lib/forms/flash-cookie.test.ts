import { expect, test } from "vitest";
import { readFlash } from "./flash-cookie.ts";

const cookie = (value: unknown) => `a=1; flash=${encodeURIComponent(JSON.stringify(value))}; b=2`;

test("reads a message, with and without what can be undone", () => {
  expect(readFlash(cookie({ message: "Saved; done." }))).toEqual({ message: "Saved; done." });
  const flash = { message: "Gone.", undo: { kind: "posting", ids: [1, 2] } };
  expect(readFlash(cookie(flash))).toEqual(flash);
  const settling = { message: "Back.", settles: { kind: "posting", ids: [1] } };
  expect(readFlash(cookie(settling))).toEqual(settling);
});

test.each([
  null,
  1,
  "x",
  {},
  { message: 1 },
  { message: "x", undo: { kind: "posting", ids: ["1"] } },
  { message: "x", settles: { kind: "posting" } },
])("ignores what is none: %j", (value) => expect(readFlash(cookie(value))).toBeUndefined());

test("ignores a broken cookie, and none", () => {
  expect(readFlash("flash=%E0%A4%A")).toBeUndefined();
  expect(readFlash("")).toBeUndefined();
});
