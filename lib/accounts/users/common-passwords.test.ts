import { dictionary } from "@zxcvbn-ts/language-common";
import { expect, test } from "vitest";
import list from "./common-passwords.json" with { type: "json" };
import { isCommonPassword, isMadeOfWords } from "./common-passwords.ts";

test("the list is the kept package's 10,000 most used", () => {
  expect(list.passwords).toBe(dictionary["passwords-common"].slice(0, 10_000).join(" "));
});

test.each([
  "Password123!",
  "P@ssw0rd2026",
  "Password-Password1!",
  "Qwertyuiop1!",
  "Aa1234567890!",
  "Iloveyou123!",
  "WE1COME2026!!",
  "１２３４５６７８９０Aa!",
])("%s is a common password with little added", (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each([
  "Str0ng!Passw0rd",
  "Quiet#Harbour42!",
  "Correct-Horse-9",
  "пароль-Один-2026",
  "xK9#monkey!vQ2z",
])("%s is more than a common password", (password) => {
  expect(isCommonPassword(password)).toBe(false);
});

test("a password is not made of the words of a person or of the site", () => {
  const words = ["robin.vale", "robin@mail.example.org", "Robin", "Lindqvist", "Foothold"];
  for (const made of ["R0bin!Lindqvist", "Lindqvist2026!", "!Foothold-2026", "Robin.Vale.1!"])
    expect([made, isMadeOfWords(made, words)]).toEqual([made, true]);
  for (const own of ["Robin!sang-at-9", "Quiet#Harbour42!", "Org-chart-meeting-5"])
    expect([own, isMadeOfWords(own, words)]).toEqual([own, false]);
});

test("the longest password is judged in a moment", () => {
  const before = performance.now();
  for (const sign of ["ﷺ", "1", "password"]) {
    isCommonPassword(sign.repeat(4_096));
    isMadeOfWords(sign.repeat(4_096), [sign.repeat(150), "1@1.1.1.1"]);
  }
  expect(performance.now() - before).toBeLessThan(500);
});
