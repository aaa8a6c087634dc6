import { expect, test } from "vitest";
import { bookmarkletCode as kept } from "../components/browser/bookmarklet-code.ts";
import { bookmarkletCode } from "./build-extension.ts";

test("the bookmarklet's code is built from the extension's source", async () => {
  expect(kept === (await bookmarkletCode()), "run npm run extension").toBe(true);
});
