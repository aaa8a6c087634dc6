import { expect, test } from "vitest";
import { sanitizeRichText } from "../../rich-text.ts";
import { changesBetween, wordsOf } from "./changes.ts";
import { contentOf } from "./fields.ts";
import { bakerAt, payOf } from "./testing.ts";

type Values = Parameters<typeof bakerAt>[0];
const content = (values: Values, source = "address") => ({
  ...contentOf(bakerAt(values)),
  source,
});
const told = (before: Values, after: Values, from = "address") =>
  wordsOf(changesBetween(content(before, from), content(after)));

test("tells pay, title, place and closing day in words", () => {
  expect(told({}, { pay: payOf(75_000) })).toBe(
    "pay changed from €70,000 a year to €75,000 a year",
  );
  expect(told({}, { posting_title: "Head baker", closes_on: "2026-12-24" })).toBe(
    "title changed from Baker to Head baker, closing day is now 2026-12-24",
  );
  expect(told({}, { locations: ["Porto", "Lisbon"] })).toBe(
    "place changed from Lisbon, Portugal to Porto; Lisbon",
  );
});

test("other markup is no other text, and what a page does not say is no change", () => {
  const same = sanitizeRichText("<h3>Bread</h3>\n<ul><li>You   bake it.</li></ul>");
  expect(told({}, { job_description: same, pay: null, posting_title: null })).toBe("");
  expect(told({}, { job_description: sanitizeRichText("<p>You sell it.</p>") })).toBe(
    "text changed",
  );
});

test("what a pasted text left out was on the page all the same", () => {
  expect(told({ pay: null }, {}, "text")).toBe("");
  expect(told({ pay: null }, {})).toBe("pay is now €70,000 a year");
});

test("the same text with a new day or address is reposted", () => {
  expect(told({ posted_on: "2026-11-01" }, { posted_on: "2026-11-20" })).toBe(
    "reposted on 2026-11-20",
  );
  expect(told({ posted_on: "2026-11-01" }, { posted_on: "2026-10-01" })).toBe("");
  expect(told({ job_id: "42" }, { job_id: "77" })).toBe("reposted at another address");
  expect(told({ job_id: null }, { job_id: "77" })).toBe("");
});

test("pay without an upper or a lower end is told within a sentence", () => {
  const pay = { ...payOf(20), max: null, currency: "USD", period: "hour" as const };
  expect(told({ pay: null }, { pay })).toBe("pay is now from $20 an hour");
});
