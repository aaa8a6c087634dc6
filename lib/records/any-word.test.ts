import { expect, test } from "vitest";
import { profileForm } from "../accounts/users/schema.ts";
import { canonicalTimeZone } from "../env.ts";
import { withStatuses } from "../imports/plan/chosen-statuses.ts";
import { postingStatusOf } from "../opportunities/values.ts";
import { plainText } from "../rich-text-words.ts";
import { savedStatus } from "../statuses/documented.ts";
import { valueWords } from "./value-words.ts";

test.each(["constructor", "toString", "valueOf", "__proto__"])(
  "a person's word may be one that every object knows: %s",
  (word) => {
    expect(valueWords(word)).toBe(word);
    expect(postingStatusOf(word)).toBe(savedStatus);
    expect(plainText(`<p>&${word};</p>`)).toBe(`&${word};`);
  },
);

test("a time zone is kept in one spelling", () => {
  for (const name of ["Europe/Berlin", "europe/berlin", "EUROPE/berlin"]) {
    expect(canonicalTimeZone(name)).toBe("Europe/Berlin");
    expect(profileForm().parse({ time_zone: name }).time_zone).toBe("Europe/Berlin");
  }
  for (const name of ["Europe/Nowhere", "+01:00", "", "x".repeat(1_000_000)])
    expect(canonicalTimeZone(name)).toBeNull();
});

test("a draft keeps no words for a status without end", () => {
  const words = (from: number, count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`word ${from + n}`, ""]));
  const many = withStatuses({}, words(0, 2_000));
  expect(Object.keys(many)).toHaveLength(2_000);
  expect(withStatuses(many, words(0, 2_000))).toEqual(many);
  expect(() => withStatuses(many, words(2_000, 1))).toThrow();
});
