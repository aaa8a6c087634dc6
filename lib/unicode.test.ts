import { expect, test } from "vitest";
import { foldAccents } from "./search/words.ts";
import { expectLinear } from "./testing-cost.ts";
import { isLonger, normalizeText, normalizeUsername } from "./unicode.ts";

// Marks whose canonical order is the other way round: each is sorted behind all before it.
const marks = (length: number) => `a${"\u0301\u0316".repeat(length / 2)}`;

test.each([
  ["normalized", (text: string) => normalizeText(text, "NFKC")],
  ["a user name", normalizeUsername],
  ["searched", foldAccents],
])("a text of combining marks costs no more than its length where it is %s", (_, read) => {
  expectLinear((length) => {
    const text = marks(length);
    return () => read(text);
  });
});

test("normalization leaves what people write as it is", () => {
  const texts = [
    "Zoe\u0308 \ufb01nds \uff21",
    "\u1ea4n",
    `a${"\u0316\u0301".repeat(15)}`,
    "한국어",
    "",
  ];
  for (const text of texts)
    for (const form of ["NFC", "NFKC", "NFKD"] as const)
      expect(normalizeText(text, form)).toBe(text.normalize(form));
  expect(normalizeUsername("\uff21nn")).toBe("Ann");
  expect(normalizeUsername("\u1ea4n".normalize("NFD"))).toBe("\u1ea4n");
});

test("lengths count code points", () => {
  expect(isLonger("é".repeat(5), 5)).toBe(false);
  expect(isLonger("👋".repeat(5), 5)).toBe(false);
  expect(isLonger("👋".repeat(6), 5)).toBe(true);
  expect(isLonger("x".repeat(6), 5)).toBe(true);
});
