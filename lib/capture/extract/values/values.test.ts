import { expect, test } from "vitest";
import { canonicalAddress } from "./address.ts";
import { companyName } from "./company.ts";
import { readDay } from "./day.ts";
import { descriptionOf } from "./description.ts";
import { employmentType, employmentTypes } from "./employment-type.ts";
import { locationType } from "./location-type.ts";
import { payIn, payOf } from "./pay.ts";
import { place, placesOf } from "./place.ts";
import { words } from "./words.ts";

test("a short text is one line, without markup, entities and placeholders", () => {
  expect(words(" Baker &amp;amp; <b>Cook</b>\n (m/w/d)\u0000 ")).toBe("Baker & Cook (m/w/d)");
  for (const nothing of ["", " - ", "N/A", "null", null, {}, Number.NaN])
    expect(words(nothing)).toBeNull();
});

test.each([
  ["2026-04-20T23:30:00-07:00", "2026-04-20"],
  ["2026-4-2", "2026-04-02"],
  ["20 April 2026", "2026-04-20"],
  ["Apr 20th, 2026", "2026-04-20"],
  ["20.04.2026", "2026-04-20"],
  ["25/04/2026", "2026-04-25"],
  ["Mon, 20 Apr 2026 08:00:00 GMT", "2026-04-20"],
  ["Mon Apr 20 02:00:00 CEST 2026", "2026-04-20"],
  [1_776_643_200, "2026-04-20"],
  [1_776_643_200_000, "2026-04-20"],
  ["1776643200000", "2026-04-20"],
  ["03/04/2026", null],
  ["2 days ago", null],
  ["2026-02-31", null],
  ["0001-01-01T00:00:00", null],
  ["", null],
])("%s is the day %s", (text, day) => {
  expect(readDay(text)).toBe(day);
});

test("a numeric day is read in the order that is named", () => {
  expect(readDay("03/04/2026", "dmy")).toBe("2026-04-03");
  expect(readDay("03/04/2026", "mdy")).toBe("2026-03-04");
});

test.each([
  ["FULL_TIME", "Full-time"],
  ["FullTime", "Full-time"],
  ["full time, permanent", "Full-time"],
  ["Vollzeit", "Full-time"],
  ["temps plein", "Full-time"],
  ["Jornada completa", "Full-time"],
  ["PART-TIME", "Part-time"],
  ["Teilzeit", "Part-time"],
  ["temps partiel", "Part-time"],
  ["Temps parcial", "Part-time"],
  ["Fuldtid", "Full-time"],
  ["CONTRACTOR", "Contract"],
  ["INTERN", "Internship"],
  ["Praktikum", "Internship"],
  ["Freelancer", "Freelance"],
  ["TEMPORARY", "Temporary"],
  ["PER_DIEM", "Per diem"],
  ["Permanent contract", null],
  ["Regular", null],
  ["OTHER", null],
  ["Internal", null],
])("%s is the type %s", (text, type) => {
  expect(employmentType(text)).toBe(type);
});

test("several types keep their order", () => {
  expect(employmentTypes(["PART_TIME", "CONTRACTOR"])).toEqual(["Part-time", "Contract"]);
});

test.each([
  ["TELECOMMUTE", "Remote"],
  ["Remote in Canada", "Remote"],
  ["100% remote", "Remote"],
  ["Hybrid remote in Bonn", "Hybrid"],
  ["On-site", "On-Site"],
  ["No remote", "On-Site"],
  ["Remote or on-site", null],
  ["2 days remote per week", "Hybrid"],
  ["3 days in the office", "Hybrid"],
  ["Two days a week from home", "Hybrid"],
  ["2 Tage/Woche Homeoffice", "Hybrid"],
  ["Télétravail 2 jours par semaine", "Hybrid"],
  ["5 days a week in the office", "On-Site"],
  ["€40,000 per year, with 3 days in the office", "Hybrid"],
  ["We meet 4 days a year in person", "On-Site"],
  ["Remote, with 25 days of holiday", "Remote"],
  ["Berlin", null],
])("%s is %s", (text, type) => {
  expect(locationType(text)).toBe(type);
});

test("a place is written as a person does", () => {
  expect(place({ city: "Austin", region: "TX", country: "US" })).toBe("Austin, TX, United States");
  expect(place({ city: "Berlin", region: "Berlin", country: "DEU" })).toBe("Berlin, Germany");
  expect(place({ city: "Austin, TX", region: "TX" })).toBe("Austin, TX");
  expect(place({ city: "서울", country: "KO" })).toBe("서울");
  expect(place({ city: "Remote" })).toBeNull();
});

test("places are told from work modes", () => {
  expect(placesOf("Remote - Canada")).toEqual({ locations: ["Canada"], location_type: "Remote" });
  expect(placesOf("Bonn (hybrid); Köln")).toEqual({
    locations: ["Bonn", "Köln"],
    location_type: "Hybrid",
  });
  expect(placesOf("2 Locations").locations).toEqual([]);
  expect(placesOf("Remote").locations).toEqual([]);
});

test("pay keeps what is said and guesses nothing", () => {
  expect(payOf({ min: "60,000.00", max: 80_000, currency: "€", period: "YEAR" })).toEqual({
    min: 60_000,
    max: 80_000,
    currency: "EUR",
    period: "year",
  });
  expect(payOf({ min: 0, max: null, currency: "EUR" })).toBeNull();
  expect(payOf({ min: 25, currency: "USD", period: "per-hour-wage" })).toEqual({
    min: 25,
    max: null,
    currency: "USD",
    period: "hour",
  });
});

test.each([
  ["$126,000.00 - $146,000.00", [126_000, 146_000, "USD", null]],
  ["£40k–£50k per year", [40_000, 50_000, "GBP", "year"]],
  ["60–80k € p.a.", [60_000, 80_000, "EUR", "year"]],
  ["$25.50/hr - $30.00/hr", [25.5, 30, "USD", "hour"]],
  ["CA$25 an hour", [25, 25, "CAD", "hour"]],
])("%s is a pay", (text, [min, max, currency, period]) => {
  expect(payIn(text)).toEqual({ min, max, currency, period });
});

test("a number without a currency is no pay", () => {
  expect(payIn("40 hours")).toBeNull();
  expect(payIn("401k")).toBeNull();
});

test("a board is nobody's employer", () => {
  expect(companyName("LinkedIn")).toBeNull();
  expect(companyName("Careers at Larch Foods")).toBe("Larch Foods");
  expect(companyName("Larch Foods, Inc.")).toBe("Larch Foods, Inc.");
});

test("an address loses what says where a visitor came from", () => {
  const base = new URL("https://jobs.larch.example/list");
  expect(canonicalAddress("/job/7?utm_source=x&lang=de#apply", base)).toBe(
    "https://jobs.larch.example/job/7?lang=de",
  );
  expect(canonicalAddress("javascript:alert(1)", base)).toBeNull();
  expect(canonicalAddress("https://u:p@larch.example/7?id=3&amp;trk=y", null)).toBe(
    "https://larch.example/7?id=3",
  );
});

test.each([
  ["<p>Bake &amp; brew</p>", "<p>Bake &amp; brew</p>"],
  ["&lt;p&gt;Bake &amp;amp; brew&lt;/p&gt;", "<p>Bake &amp; brew</p>"],
  ["&amp;lt;p&amp;gt;Bake &amp;amp;amp; brew&amp;lt;/p&amp;gt;", "<p>Bake &amp; brew</p>"],
  ["\\u003Cp\\u003EBake\\u003C/p\\u003E", "<p>Bake</p>"],
  ["Bake\\nBrew &amp; serve", "<p>Bake<br />Brew &amp; serve</p>"],
  ["<p>Bake</p><script>alert(1)</script>", "<p>Bake</p>"],
  ["<p> &nbsp; </p>", null],
  ["", null],
])("%s is the description %s", (given, description) => {
  expect(descriptionOf(given, null)).toBe(description);
});

test("links of a description lead where its page's lead", () => {
  const base = new URL("https://jobs.larch.example/list/");
  expect(descriptionOf('<p><a href="7?a=1">apply</a></p>', base)).toContain(
    'href="https://jobs.larch.example/list/7?a=1"',
  );
});
