import { expect, test } from "vitest";
import type { Reading } from "../../posting.ts";
import { parsePage } from "../page.ts";
import { readVisible } from "./read-page.ts";
import { readText } from "./read-text.ts";

const visible = (html: string) => readVisible(parsePage(html, new URL("https://jobs.example/")));
const values = (reading: Reading | undefined) =>
  Object.fromEntries(Object.entries(reading ?? {}).map(([field, { value }]) => [field, value]));

const sections = `<h2>Responsibilities</h2><p>Bake bread for the whole of the town every morning, from rye to spelt, with care.</p>
  <h2>Requirements</h2><p>You like mornings, and you have baked for two years at least in a real bakery.</p><button>Apply</button>`;
const page = (title: string, body: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><main>${body}</main></body></html>`;

test("a posting is read by what its page shows", () => {
  const body = `<h1>Baker</h1><dl><dt>Location</dt><dd>Bonn, Germany</dd><dt>Job type</dt><dd>Full-time</dd>
    <dt>Salary</dt><dd>€30,000 - €36,000 per year</dd><dt>Closing date</dt><dd>31 January 2027</dd></dl>${sections}`;
  const { postings, is_list } = visible(page("Baker at Larch Foods | Indeed", body));
  expect(is_list).toBe(false);
  expect(values(postings[0])).toMatchObject({
    posting_title: "Baker",
    company_name: "Larch Foods",
    locations: ["Bonn, Germany"],
    employment_type: "Full-time",
    pay: { min: 30_000, max: 36_000, currency: "EUR", period: "year" },
    closes_on: "2027-01-31",
  });
});

test("titles of boards give the company, and never the board", () => {
  for (const title of [
    "Baker at Larch Foods | Indeed",
    "Larch Foods hiring Baker in Berlin, Germany | LinkedIn",
    "Larch Foods sucht Baker in Berlin, Deutschland | LinkedIn",
    "Job Application for Baker at Larch Foods",
    "Baker - Larch Foods - Berlin, Germany | Glassdoor",
    "Baker | Larch Foods Careers",
  ])
    expect(values(visible(page(title, `<h1>Baker</h1>${sections}`)).postings[0]).company_name).toBe(
      "Larch Foods",
    );
});

test("a list gives titles and addresses alone, and other pages nothing", () => {
  const cards = [1, 2, 3].map(
    (id) => `<li><a href="/jobs/${id}">Baker ${id}</a> Bonn, Germany</li>`,
  );
  const list = visible(
    page("Jobs at Larch Foods", `<h1>Open positions</h1><ul>${cards.join("")}</ul>`),
  );
  expect(list.is_list).toBe(true);
  expect(list.postings.map(values)[0]).toEqual({
    posting_title: "Baker 1",
    posting_url_full: "https://jobs.example/jobs/1",
  });
  const person = `<h1>Ann Larch</h1><h2>Experience</h2><p>Baker at Larch Foods</p><h2>Education</h2><h2>Skills</h2>`;
  expect(visible(page("Ann Larch", person)).postings).toEqual([]);
  for (const title of ["Just a moment...", "LinkedIn Login, Sign in | LinkedIn", "404 Not Found"])
    expect(visible(page(title, `<h1>Baker</h1>${sections}`)).postings).toEqual([]);
});

test("hostile pages are read in bounded time, and what is given is clean", () => {
  const hostile = [
    "<div>".repeat(5_000) + sections,
    `<h1>Baker</h1><p>${"pay $1 - ".repeat(110_000)}</p>${sections}`,
    `<h1>Baker</h1>${sections}<p onclick="x()">Words of the posting <a href="javascript:x()">go on</a></p><script>x()</script>`,
    `<h1>${"a at ".repeat(50_000)}</h1>`,
  ];
  for (const body of hostile) {
    const start = performance.now();
    const { postings } = visible(page("Baker at Larch Foods", body));
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(JSON.stringify(postings)).not.toMatch(/<script|onclick|javascript:/);
  }
});

test("a pasted text gives what it says, with its lines, and a résumé nothing", () => {
  const text =
    "Baker at Larch Foods\n\nLocation: Bonn, Germany\nSalary: 40k\nFull-time\nApply by 11 December 2026";
  const reading = readText(text);
  expect(values(reading)).toMatchObject({
    posting_title: "Baker",
    company_name: "Larch Foods",
    locations: ["Bonn, Germany"],
    pay: { min: 40_000, max: 40_000, currency: null, period: null },
    employment_type: "Full-time",
    closes_on: "2026-12-11",
  });
  const why = "It says “40k” and names no currency.";
  expect(reading.pay).toMatchObject({ confidence: "doubtful", line: 4, why });
  expect(
    readText("Ann Larch\nann@larch.example\n\nEXPERIENCE\nBaker\n\nEDUCATION\nSKILLS\nGo"),
  ).toEqual({});
});
