import { expect, test } from "vitest";
import { parsePage } from "../page.ts";
import { readBoardDocument } from "./read-document.ts";
import { readEmbedded } from "./read-embedded.ts";

const postings = (data: unknown) =>
  (readBoardDocument(JSON.stringify(data), null)?.postings ?? []).map((posting) =>
    Object.fromEntries(Object.entries(posting).map(([field, each]) => [field, each.value])),
  );
const titles = (data: unknown) => postings(data).map(({ posting_title }) => posting_title);

const text = "Keeps the lamps of the harbour lit, in every weather, the whole year round.";

test("a posting alone is known by its text, place and address", () => {
  const data = {
    title: "Lamplighter",
    absolute_url: "https://pier.example/jobs/9",
    location: { name: "Ystad, Sweden" },
    departments: [{ name: "Harbour" }],
    content: `<p>${text}</p>`,
  };
  expect(postings(data)).toEqual([
    {
      posting_title: "Lamplighter",
      locations: ["Ystad, Sweden"],
      posting_url_full: "https://pier.example/jobs/9",
      job_description: `<p>${text}</p>`,
    },
  ]);
});

test("company, place, address and the day of its posting make a posting", () => {
  const item = {
    title: "Lamplighter",
    companyName: "Pier",
    location: "Ystad",
    url: "/9.html",
    datePosted: "2026-03-03",
  };
  expect(titles({ found: { items: [item, { ...item, title: "Diver" }] } })).toHaveLength(2);
  const { datePosted, ...event } = item;
  expect(titles({ found: { items: [{ ...event, date: datePosted }] } })).toEqual([]);
});

test("a company, a place and an address among a site's jobs make a posting", () => {
  const item = { title: "Lamplighter", employer: { name: "Pier" }, city: "Ystad, Sweden" };
  const items = [{ ...item, permalink: "https://pier.example/jobs/x1", createdAt: "2026-03-03" }];
  expect(postings({ results: { items } })).toEqual([
    {
      posting_title: "Lamplighter",
      company_name: "Pier",
      locations: ["Ystad, Sweden"],
      posted_on: "2026-03-03",
      posting_url_full: "https://pier.example/jobs/x1",
    },
  ]);
  expect(
    titles({ results: { items: [{ ...item, permalink: "https://pier.example/x1" }] } }),
  ).toEqual([]);
});

test("the Arbeitsagentur's words are read, and its flags of working hours", () => {
  const job = {
    stellenangebotsTitel: "Leuchtturmwärter (m/w/d)",
    firma: "Hafenlicht GmbH",
    stellenangebotsBeschreibung: text,
    arbeitszeitVollzeit: false,
    arbeitszeitTeilzeitFlexibel: true,
    verguetungsangabe: "MONATSGEHALT",
    gehaltsspanneVon: 1_800,
    gehaltsspanneBis: 2_100,
    datumErsteVeroeffentlichung: "2026-03-03",
    stellenlokationen: [{ adresse: { ort: "Husum", land: "Deutschland" } }],
  };
  expect(postings(job)).toEqual([
    {
      posting_title: "Leuchtturmwärter (m/w/d)",
      company_name: "Hafenlicht GmbH",
      locations: ["Husum, Deutschland"],
      employment_type: "Part-time",
      pay: { min: 1_800, max: 2_100, currency: null, period: "month" },
      posted_on: "2026-03-03",
      job_description: `<p>${text}</p>`,
    },
  ]);
});

test("a place that is a text of JSON is passed over", () => {
  const job = {
    title: "Lamplighter",
    company_name: "Pier",
    locations: ['{"city": "Ystad"}'],
    location: "SE, Skåne, Ystad",
    job_schedule_type: "part-time",
  };
  expect(postings({ jobs: [job] })[0]).toMatchObject({
    locations: ["Ystad, Skåne, SE"],
    employment_type: "Part-time",
  });
});

test("a board's text stands where it can, plain or in sections", () => {
  const lever = { text: "Lamplighter", categories: { location: "Ystad" }, descriptionPlain: text };
  expect(postings(lever)[0]?.job_description).toContain(text);
  const smart = {
    id: "77",
    name: "Lamplighter",
    company: { identifier: "Pier1", name: "Pier" },
    location: { city: "Ystad", country: "se" },
    jobAd: { sections: { jobDescription: { title: "Job Description", text: `<p>${text}</p>` } } },
  };
  expect(postings(smart)[0]).toMatchObject({
    posting_title: "Lamplighter",
    company_name: "Pier",
    locations: ["Ystad, Sweden"],
  });
});

test("what a list has a posting in has postings in it", () => {
  const results = [
    { title: "Lamplighter", company: { name: "Pier" }, city: "Ystad", contract_time: "full_time" },
    { title: "Diver", company: { name: "Pier" }, description: text },
  ];
  expect(titles({ count: 2, results })).toEqual(["Lamplighter", "Diver"]);
  expect(titles({ results: results.slice(1) })).toEqual([]);
});

test("a position that is published is a posting, one of a résumé is none", () => {
  const job = {
    position: "Lamplighter",
    company: "Pier",
    location: "Ystad",
    url: "https://pier.example/jobs/9",
    description: text,
  };
  expect(titles([{ legal: "Terms" }, { ...job, date: "2026-03-03" }])).toEqual(["Lamplighter"]);
  expect(titles({ work: [{ ...job, startDate: "2020-01-01" }] })).toEqual([]);
});

test("a page's own words for the fields are no posting", () => {
  const words = {
    jobTitle: "Jobtitel",
    company: "Arbeitgeber",
    location: "Arbeitsort",
    pay: "Gehalt",
  };
  const html = `<html><body><script>window.labels = ${JSON.stringify(words)}</script></body></html>`;
  expect(readEmbedded(parsePage(html, null)).postings).toEqual([]);
});

test("a resource of JSON:API has its page's address beside its attributes", () => {
  const attributes = {
    title: "Lamplighter",
    body: `<p>${text}</p>`,
    "employment-type": "part-time",
    "min-salary": 14_000,
    "max-salary": 16_000,
    currency: "SEK",
    "salary-time-unit": "monthly",
    "end-date": "2026-05-05",
  };
  const links = { "careersite-job-url": "https://career.pier.example/jobs/9-lamplighter" };
  expect(postings({ data: [{ id: "9", type: "jobs", links, attributes }] })[0]).toMatchObject({
    posting_title: "Lamplighter",
    employment_type: "Part-time",
    pay: { min: 14_000, max: 16_000, currency: "SEK", period: "month" },
    closes_on: "2026-05-05",
    posting_url_full: "https://career.pier.example/jobs/9-lamplighter",
  });
});

test("Platsbanken, No Fluff Jobs and Torre are read by their own keys", () => {
  const platsbanken = {
    headline: "Fyrvaktare",
    employer: { name: "Pir AB" },
    workplace_address: { city: "Ystad", region: "Skåne län", country: "Sverige" },
    working_hours_type: { label: "Deltid" },
    application_deadline: "2026-06-01T23:59:59",
    description: { text, text_formatted: `<p>${text}</p>` },
  };
  expect(postings({ hits: [platsbanken] })[0]).toMatchObject({
    posting_title: "Fyrvaktare",
    company_name: "Pir AB",
    locations: ["Ystad, Skåne län, Sverige"],
    employment_type: "Part-time",
    closes_on: "2026-06-01",
  });
  const fluff = {
    name: "Molo",
    title: "Latarnik",
    fullyRemote: false,
    location: { places: [{ city: "Gdynia", country: { name: "Poland" } }] },
    salary: { from: 7_000, to: 8_000, currency: "PLN" },
  };
  expect(postings({ postings: [fluff] })[0]).toMatchObject({
    posting_title: "Latarnik",
    company_name: "Molo",
    locations: ["Gdynia, Poland"],
  });
  const torre = {
    objective: "Lamplighter",
    organizations: [{ name: "Pier" }],
    opportunity: "employee",
    commitment: "full-time",
    compensation: {
      data: { currency: "SEK", minAmount: 30_000, maxAmount: 34_000, periodicity: "monthly" },
    },
  };
  expect(postings({ results: [torre] })[0]).toMatchObject({
    posting_title: "Lamplighter",
    company_name: "Pier",
    employment_type: "Full-time",
    pay: { min: 30_000, max: 34_000, currency: "SEK", period: "month" },
  });
});
