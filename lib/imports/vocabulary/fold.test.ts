import { expect, test } from "vitest";
import { fold, foldName, normalizeSpaces, wordKey } from "./fold.ts";

test("names that differ by a sign or by a letter's part are different names", () => {
  const names = ["C++ Tools", "C# Tools", "C Tools", "F# Tools", "バーナ", "ハーナ", "किला", "कला"];
  expect(new Set(names.map(foldName)).size).toBe(names.length);
  expect(foldName("Ｃ＋＋ Tools")).toBe(foldName("c++ tools"));
  expect(foldName("Alder & Co.")).toBe(foldName("ALDER + CO"));
});

test("words fold alike with and without accents, joiners and composed letters", () => {
  expect(fold("Réponse reçue")).toBe("reponse recue");
  expect(fold("재택")).toBe("재택".normalize("NFC"));
  expect(fold("نرم\u200cافزار")).toBe(fold("نرمافزار"));
});

test("words without letters keep keys of their own", () => {
  expect(wordKey("👍")).not.toBe(wordKey("👎"));
  expect(wordKey(" Applied! ")).toBe(wordKey("applied"));
});

test("joiners stay inside words and emoji, and stray ones go", () => {
  for (const text of ["نرم\u200cافزار", "സോഫ്റ്റ്\u200cവെയർ", "👩\u200d🍳 Larder"])
    expect(normalizeSpaces(text)).toBe(text);
  expect(normalizeSpaces("\u200dAl\u200dder \u200c\ufeff\u00a0 Tools\u200b")).toBe("Alder Tools");
  expect(normalizeSpaces("Al\ufeffder")).toBe("Alder");
  expect(normalizeSpaces(" a \u00a0 b \n  c\t")).toBe("a b\nc");
});
