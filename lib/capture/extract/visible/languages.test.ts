import { expect, test } from "vitest";
import { plainText } from "../../../rich-text-words.ts";
import type { Reading } from "../../posting.ts";
import { parsePage } from "../page.ts";
import { readVisible } from "./read-page.ts";

const read = (title: string, body: string) => {
  const html = `<!doctype html><html><head><title>${title}</title></head><body><main>${body}</main></body></html>`;
  const [reading] = readVisible(parsePage(html, new URL("https://jobs.example/one"))).postings;
  return values(reading);
};
const values = (reading: Reading | undefined) =>
  Object.fromEntries(Object.entries(reading ?? {}).map(([field, { value }]) => [field, value]));

const about =
  "Every morning the lamps are cleaned, filled and trimmed, and in the evening they are lit.";
const table = (rows: readonly (readonly [label: string, value: string])[]) =>
  `<table>${rows.map(([label, value]) => `<tr><th>${label}</th><td>${value}</td></tr>`).join("")}</table>`;

test.each([
  [
    "Fyrpasser hos Molen i Skagen",
    `<h1>Fyrpasser</h1>${table([
      ["Arbejdssted", "Skagen"],
      ["Arbejdstid", "Fuldtid"],
      ["Ansøgningsfrist", "1. maj 2027"],
    ])}<h2>Om stillingen</h2><p>${about}</p><h2>Kvalifikationer</h2><p>Godt syn.</p><a>Ansøg nu</a>`,
    { company_name: "Molen", employment_type: "Full-time", closes_on: "2027-05-01" },
    "Godt syn.",
  ],
  [
    "Oferta de empleo: Farero",
    `<h1>Farero</h1>${table([
      ["Empresa", "Muelle Sur"],
      ["Localidad", "Cádiz"],
      ["Jornada laboral", "Tiempo parcial"],
      ["Modalidad de trabajo", "Presencial"],
    ])}<h3>Descripción de la oferta</h3><p>${about}</p><h3>Requisitos mínimos</h3><p>Sin vértigo.</p><a>Inscríbete</a>`,
    {
      company_name: "Muelle Sur",
      locations: ["Cádiz"],
      location_type: "On-Site",
      employment_type: "Part-time",
    },
    "Sin vértigo.",
  ],
  [
    "灯台守の求人",
    `<h1>灯台守</h1>${table([
      ["会社名", "株式会社みなと"],
      ["雇用形態", "フルタイム"],
      ["給与", "月給 21万円～"],
    ])}<h2>仕事内容</h2><p>毎朝ランプを磨き、油を注ぎ、夕方には火を灯します。船の安全を守る大切な仕事です。</p>
    <h2>応募資格</h2><p>早起きが好きな方。</p><a>応募する</a>`,
    { company_name: "株式会社みなと", employment_type: "Full-time" },
    "早起きが好きな方。",
  ],
])("%s is read with its last short line", (title, body, expected, last) => {
  const reading = read(title, body);
  expect(reading).toMatchObject(expected);
  expect(plainText(String(reading.job_description))).toContain(last);
});

const english = `<h2>Responsibilities</h2><p>${about}</p><h2>Requirements</h2><p>Good eyes.</p><button>Apply</button>`;

test("a label names the company more surely than the page's title", () => {
  const body = `<h1>Lamp Technician</h1>${table([["Employer", "Pier & Sons"]])}${english}`;
  expect(read("Lamp Technician - Summer campaign", body).company_name).toBe("Pier & Sons");
});

test("the title stands under the page's own heading, or beside the facts", () => {
  expect(
    read("Vacancy Details", `<h1>Vacancy details</h1><h2>Lamp Technician</h2>${english}`),
  ).toMatchObject({
    posting_title: "Lamp Technician",
  });
  const header = `<div class="posting-headline"><h2>Lamp Trimmer</h2><div>Ystad / Full-time</div></div>`;
  expect(read("Pier - Lamp Trimmer", `${header}${english}`)).toMatchObject({
    posting_title: "Lamp Trimmer",
    company_name: "Pier",
  });
});

test("a text with entities is one text, and a pair of label and value is labelled", () => {
  const body = `<h1>W&auml;rter &amp; Techniker (m/w/d)</h1><p><b>Posted on</b><span>8 May 2026</span></p>${english}`;
  expect(read("Jobs", body)).toMatchObject({
    posting_title: "Wärter & Techniker (m/w/d)",
    posted_on: "2026-05-08",
  });
});

test.each(["12345 Bad Salzhausen", "Hull HU1 3DZ", "Porto Alegre, RS"])(
  "%s is a place",
  (place) => {
    const body = `<h1>Lamp Technician</h1><p>Full-time · ${place}</p>${english}`;
    expect(read("Lamp Technician at Pier", body).locations).toEqual([place]);
  },
);

test("the address of the company's office in a footer is not the posting's place", () => {
  const office = `<div itemscope itemtype="https://schema.org/Organization"><span itemprop="address" itemscope
    itemtype="https://schema.org/PostalAddress"><span itemprop="addressLocality">Malmö</span></span></div>`;
  expect(
    read("Lamp Technician at Pier", `<h1>Lamp Technician</h1>${english}${office}`),
  ).not.toHaveProperty("locations");
});

test("a form by which one applies, and a sure title, tell a posting", () => {
  const form = `<form><label>CV <input type="file" name="resume"></label><textarea name="cover_letter"></textarea></form>`;
  expect(
    read("Lamp Technician – Pier | Greenhouse", `<h1>Lamp Technician</h1>${form}`),
  ).toMatchObject({
    posting_title: "Lamp Technician",
    company_name: "Pier",
  });
  expect(read("Contact", `<h1>Write to us</h1>${form}`)).toEqual({});
  expect(
    read("Lamp Technician at Pier", "<h1>Lamp Technician</h1><p>Apply now.</p>"),
  ).toMatchObject({
    posting_title: "Lamp Technician",
    company_name: "Pier",
  });
});

test("parts that itemprop names are one description, and a company's own is none", () => {
  const body = `<span itemprop="title">Lamp Technician</span><a href="/apply">Apply now</a>
    <span itemprop="description"><p>${about}</p></span><span itemprop="description"><p>In Ystad.</p></span>
    <div itemscope itemtype="https://schema.org/Organization"><p itemprop="description">A pier since 1901.</p></div>`;
  const description = String(read("Lamp Technician at Pier", body).job_description);
  expect(description).toContain("In Ystad.");
  expect(description).not.toContain("1901");
});

test("what writes about postings in general is none", () => {
  const title = "How to write a job description for a technician";
  expect(read(title, `<h1>${title}</h1>${english}`)).toEqual({});
});
