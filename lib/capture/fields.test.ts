import { expect, test } from "vitest";
import { postingFieldsOf } from "./fields.ts";
import { shortened } from "./shortened.ts";
import { unread } from "./unread.ts";

test("ends a long line behind a word, or inside of one that is too long", () => {
  expect(shortened("Baker of bread and rolls", 24)).toBe("Baker of bread and rolls");
  expect(shortened("Baker of bread and rolls", 23)).toBe("Baker of bread and…");
  expect(shortened("Donaudampfschiffkapitän", 10)).toBe("Donaudamp…");
  expect([...shortened("🙂".repeat(40), 10)]).toHaveLength(10);
});

test("keeps whole what a field has no room for, and all of several places", () => {
  const title = "Senior baker ".repeat(20).trim();
  const url = `https://larch.example/${"a".repeat(3_000)}`;
  const { values, left } = postingFieldsOf({
    ...unread(url),
    posting_title: title,
    locations: ["Bonn, Germany", "  Ulm,\nGermany"],
    closes_on: "2031-05-01",
  });
  expect(values).toMatchObject({
    location_city: "Bonn, Germany",
    posting_url_full: "",
    deadline: "2031-05-01",
    pay_range: "",
  });
  expect(values.posting_title).toMatch(/^(Senior baker ){9}Senior…$/);
  expect(left).toEqual([
    { name: "Title, in full", text: title },
    { name: "Link, in full", text: url },
    { name: "Places", text: "Bonn, Germany\nUlm, Germany" },
  ]);
});

test("takes no closing day that is none", () => {
  for (const closes_on of ["2031-02-30", "soon", "0001-01-01", null])
    expect(postingFieldsOf({ ...unread(null), closes_on }).values.deadline).toBeNull();
});
