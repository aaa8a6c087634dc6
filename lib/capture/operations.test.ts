import { expect, test } from "vitest";
import { operations } from "../api.ts";
import { apiOf, type Send, tokenOf } from "../http/testing.ts";
import { freshDatabase } from "../testing.ts";
import { captureAnswer, captureLimits, maxCaptureBytes } from "./schema.ts";

process.env.JWT_SECRET = "a secret that only this test uses";
process.env.FETCH = "off";
freshDatabase();

const send: Send = apiOf(operations);

async function hunter(name: string) {
  const token = await tokenOf(send, name);
  const capture = (json: object, query = "") =>
    send("POST", `/api/capture/${query}`, { token, json });
  const count = async () =>
    ((await send("GET", "/api/job_posting/", { token })).body as unknown[]).length;
  return { token, capture, count };
}

const url = "https://jobs.larch.example/12";

const baker = {
  "@context": "https://schema.org",
  "@type": "JobPosting",
  title: "Baker",
  hiringOrganization: { "@type": "Organization", name: "Larch Foods" },
  jobLocation: {
    "@type": "Place",
    address: { "@type": "PostalAddress", addressLocality: "Bonn", addressCountry: "Germany" },
  },
  employmentType: "FULL_TIME",
  datePosted: "2031-04-01",
  validThrough: "2031-05-31",
  baseSalary: {
    "@type": "MonetaryAmount",
    currency: "EUR",
    value: { "@type": "QuantitativeValue", minValue: 40_000, maxValue: 45_000, unitText: "YEAR" },
  },
  description: "<p>We bake bread at four in the morning, and we like company while we do it.</p>",
};

const page = (...jobs: object[]) =>
  `<!doctype html><title>Jobs</title>${jobs
    .map((job) => `<script type="application/ld+json">${JSON.stringify(job)}</script>`)
    .join("")}<body><h1>Jobs</h1></body>`;

const listPage = page({
  "@context": "https://schema.org",
  "@type": "ItemList",
  itemListElement: ["Baker", "Nurse", "Welder"].map((title, at) => ({
    "@type": "ListItem",
    position: at + 1,
    item: { ...baker, title, url: `https://jobs.larch.example/${at}` },
  })),
});

test("reads a page, and saves nothing until it is asked to", async () => {
  const { capture, count } = await hunter("reader");
  const read = await capture({ url, html: page(baker) });
  expect([read.status, await count()]).toEqual([200, 0]);
  const { postings, is_list } = captureAnswer.parse(read.body);
  expect([postings.length, is_list]).toEqual([1, false]);
  expect(postings[0]).toMatchObject({
    company_name: "Larch Foods",
    posting_title: "Baker",
    employment_type: "Full-time",
    pay: { min: 40_000, max: 45_000, currency: "EUR", period: "year" },
    pay_range: "€40,000–45,000 a year",
    posted_on: "2031-04-01",
    closes_on: "2031-05-31",
    posting_url_full: url,
    found: { posting_title: { source: "job_data" } },
    known: { candidates: [], do_not_apply: [] },
  });
  expect(postings[0]?.location_city).toMatch(/^Bonn/);
});

test("save=1 makes the posting, and corrections count before what was read", async () => {
  const { capture, token } = await hunter("saver");
  const corrections = { posting_title: "Night baker", tags: ["bread"], applied_at: "2031-04-02" };
  const made = await capture({ url, html: page(baker), corrections }, "?save=1");
  expect(made.status).toBe(201);
  const { saved } = captureAnswer.parse(made.body);
  expect(saved?.url).toBe(`/postings/${saved?.id}`);
  expect(made.headers.get("location")).toBe(`/api/job_posting/${saved?.id}`);
  const path = `/api/job_posting/${saved?.id}`;
  expect((await send("GET", path, { token })).body).toMatchObject({
    company_name: "Larch Foods",
    posting_title: "Night baker",
    posting_status: "4 - No Response",
    applied_at: expect.stringMatching(/^2031-04-02T12:00:00/),
  });
  expect((await send("GET", `${path}/opening`, { token })).body).toMatchObject({
    deadline: "2031-05-31",
  });
  const stranger = await hunter("other");
  expect((await send("GET", path, { token: stranger.token })).status).toBe(403);
});

test("names what is known of a posting, and guard=1 refuses it", async () => {
  const { capture, count } = await hunter("knower");
  const applied = { posting_status: "4 - No Response", posting_url_domain: "Greenhouse" };
  const whole = { url, html: page(baker) };
  expect((await capture({ ...whole, corrections: applied }, "?save=1")).status).toBe(201);
  const again = captureAnswer.parse((await capture(whole)).body);
  expect(again.postings[0]?.known.candidates).toMatchObject([
    { kind: "job_posting", reason: "You applied here today through Greenhouse" },
  ]);
  const refused = await capture(whole, "?save=1&guard=1");
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({
    detail: /./,
    candidates: [{ company_name: "Larch Foods" }],
  });
  const corrections = { posting_title: "Nurse", posting_url_full: "https://jobs.larch.example/99" };
  expect((await capture({ ...whole, corrections }, "?save=1&guard=1")).status).toBe(201);
  expect((await capture(whole, "?save=1")).status).toBe(201);
  expect(await count()).toBe(3);
  const stranger = captureAnswer.parse((await (await hunter("unknowing")).capture(whole)).body);
  expect(stranger.postings[0]?.known.candidates).toEqual([]);
});

test("saves no list, but one posting of it", async () => {
  const { capture, count } = await hunter("lister");
  const several = await capture({ url, html: listPage }, "?save=1");
  expect([several.status, several.body]).toEqual([
    400,
    { detail: expect.stringMatching(/^This page lists several postings\./) },
  ]);
  expect(await count()).toBe(0);
  const { postings } = captureAnswer.parse((await capture({ url, html: listPage })).body);
  expect(postings.map(({ posting_title }) => posting_title)).toEqual(["Baker", "Nurse", "Welder"]);
  const past = await capture({ url, html: listPage, index: 3 }, "?save=1");
  expect([past.status, past.body]).toEqual([
    400,
    { index: ["There is no such posting: the page has 0 to 2."] },
  ]);
  const one = await capture({ url, html: listPage, index: 1 }, "?save=1");
  expect([one.status, await count()]).toEqual([201, 1]);
});

test("says what is wrong at each field", async () => {
  const { capture, token, count } = await hunter("wrong");
  const refused = async (json: object, query = "") => {
    const { status, body } = await capture(json, query);
    expect(status).toBe(400);
    return body;
  };
  const none = "Send a page (html), an address (url) or a text (text).";
  expect(await refused({ url: "", html: null })).toEqual({ non_field_errors: [none] });
  expect(await refused({ url: "javascript:alert(1)" })).toEqual({
    url: ["Give a web address, like https://example.org."],
  });
  expect(await refused({ url: `https://a.example/${"a".repeat(2_048)}` })).toEqual({
    url: ["Ensure this field has no more than 2048 characters."],
  });
  expect(await refused({ text: "a".repeat(captureLimits.text + 1) })).toEqual({
    text: ["Ensure this field has no more than 500,000 characters."],
  });
  expect(await refused({ html: "a".repeat(captureLimits.html + 1) })).toEqual({
    html: ["Ensure this field has no more than 5,000,000 characters."],
  });
  const corrections = { company_name: "a".repeat(129), deadline: "soon", tags: [7] };
  expect(Object.keys((await refused({ text: "-", corrections })) as object)).toEqual([
    "company_name",
    "deadline",
  ]);
  const tags = { company_name: "Larch", tags: [7] };
  expect(await refused({ text: "-", corrections: tags }, "?save=1")).toEqual({
    tags: ['Invalid pk "7" - object does not exist.'],
  });
  expect(Object.keys((await refused({ text: "-" }, "?save=1")) as object)).toEqual([
    "company_name",
    "posting_title",
  ]);
  const body = "x".repeat(maxCaptureBytes + 1);
  const headers = { "content-type": "application/json" };
  const long = await send("POST", "/api/capture/", { token, body, headers });
  expect([long.status, long.body]).toEqual([413, { detail: "The body is larger than 16 MB." }]);
  expect(await count()).toBe(0);
});

test("reads the longest page, and nothing of what it cannot hold is lost on the way", async () => {
  const { capture } = await hunter("longest");
  const html = page(baker).padEnd(captureLimits.html, "字");
  const read = await capture({ url: "file:///home/page.html", html });
  expect(read.status).toBe(200);
  expect(captureAnswer.parse(read.body).postings[0]?.posting_title).toBe("Baker");
});

test("saves what a person typed where nothing could be read", async () => {
  const { capture, token } = await hunter("typist");
  const corrections = { company_name: "Larch", posting_title: "Baker" };
  const made = await capture({ url, text: "…", corrections }, "?save=1");
  const path = made.headers.get("location") ?? "";
  expect((await send("GET", path, { token })).body).toMatchObject({
    ...corrections,
    posting_url_full: url,
  });
});
