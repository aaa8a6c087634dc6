import fc from "fast-check";
import { expect, test } from "vitest";
import { sanitizeRichText } from "../../rich-text.ts";
import { extract } from "./extract.ts";

const job = {
  "@context": "https://schema.org",
  "@type": "JobPosting",
  title: "Baker (m/w/d)",
  hiringOrganization: { "@type": "Organization", name: "Larch Foods GmbH" },
  jobLocation: {
    "@type": "Place",
    address: { addressLocality: "Bonn", addressRegion: "NRW", addressCountry: "DE" },
  },
  employmentType: ["FULL_TIME", "TEMPORARY"],
  datePosted: "2026-04-20T08:00:00+02:00",
  validThrough: "2026-05-31",
  identifier: { "@type": "PropertyValue", name: "Larch Foods", value: "B-17" },
  url: "/jobs/17?utm_source=board",
  baseSalary: {
    "@type": "MonetaryAmount",
    currency: "EUR",
    value: { minValue: 2500, maxValue: 3000, unitText: "MONTH" },
  },
  description: "&lt;p&gt;Bake &amp;amp; brew bread.&lt;/p&gt;",
};

const block = (text: string, type = "application/ld+json") =>
  `<script type="${type}">${text}</script>`;
const page = (...blocks: string[]) =>
  `<!doctype html><html><head>${blocks.join("")}</head><body></body></html>`;
const json = JSON.stringify(job, null, 1);
const titles = (html: string, url?: string) =>
  extract({ html, url }).postings.map(({ posting_title }) => posting_title);

test("a posting of schema.org is read with where each value is from", () => {
  const { postings, is_list } = extract({
    html: page(block(json)),
    url: "https://larch.example/jobs/17",
  });
  expect(is_list).toBe(false);
  const [posting] = postings;
  expect(posting).toMatchObject({
    company_name: "Larch Foods GmbH",
    posting_title: "Baker (m/w/d)",
    locations: ["Bonn, NRW, Germany"],
    employment_type: "Full-time",
    pay: { min: 2500, max: 3000, currency: "EUR", period: "month" },
    posted_on: "2026-04-20",
    closes_on: "2026-05-31",
    posting_url_full: "https://larch.example/jobs/17",
    job_id: "B-17",
    job_description: "<p>Bake &amp; brew bread.</p>",
    location_type: null,
  });
  expect(posting?.found.posting_title).toEqual({ source: "job_data", confidence: "sure" });
  expect(posting?.found.location_type).toBeUndefined();
});

test.each([
  ["in CDATA", block(`//<![CDATA[\n${json}\n//]]>`)],
  ["in a comment of HTML", block(`<!--\n${json}\n-->`)],
  ["after a remark", block(`/* posting */\n${json}`)],
  ["with a trailing comma", block(json.replace(/\n\}$/, ",\n}"))],
  ["with a raw line break", block(json.replace("brew bread", "brew\n bread"))],
  ["with quotes that are not escaped", block(json.replace("brew bread", 'brew "bread"'))],
  ["with curly quotes", block(json.replace('"title"', "“title”"))],
  ["escaped as a whole", block(json.replaceAll("&", "&amp;").replaceAll('"', "&quot;"))],
  ["with a mark and a NUL", block(`\ufeff${json.replace("Bake ", "Ba\0ke ")}`)],
  ["with `</script>` in a text", block(json.replace("brew bread", "brew</script> bread"))],
  ["without its end", block(json.slice(0, -2))],
  ["with a charset", block(json, "application/ld+json; charset=utf-8")],
  ["in upper case", `<SCRIPT TYPE='Application/LD+JSON'>${json}</SCRIPT>`],
  ["in a graph", block(JSON.stringify({ "@graph": [{ "@type": "WebSite", name: "X" }, job] }))],
  ["of several types", block(JSON.stringify({ ...job, "@type": ["Thing", "JobPosting"] }))],
  [
    "by its whole address",
    block(JSON.stringify({ ...job, "@type": "http://schema.org/JobPosting" })),
  ],
  ["as a page's main thing", block(JSON.stringify({ "@type": "WebPage", mainEntity: [[job]] }))],
  ["after blocks that are none", `${block("")}${block("null")}${block("{{{")}${block(json)}`],
  ["below 5,000 levels elsewhere", `${block(`${'{"a":'.repeat(5000)}1`)}${block(json)}`],
])("job data %s is read", (_, html) => {
  const { postings } = extract({ html: page(html) });
  expect(postings).toHaveLength(1);
  expect(postings[0]).toMatchObject({
    posting_title: "Baker (m/w/d)",
    company_name: "Larch Foods GmbH",
    employment_type: "Full-time",
    posted_on: "2026-04-20",
  });
  expect(postings[0]?.job_description).toMatch(/^<p>Bake &amp; brew/);
});

test("a block that is commented out, or of something else, is no posting", () => {
  expect(titles(page(`<!-- ${block(json)} -->`))).toEqual([]);
  expect(titles(page(block(JSON.stringify({ ...job, "@type": "Event" }))))).toEqual([]);
});

test("a company that is only referred to is looked up", () => {
  const graph = [
    { "@type": "Organization", "@id": "#org", name: "Larch Foods" },
    { ...job, hiringOrganization: { "@id": "#org" } },
  ];
  const [posting] = extract({ html: page(block(JSON.stringify({ "@graph": graph }))) }).postings;
  expect(posting?.company_name).toBe("Larch Foods");
});

test("microdata and RDFa are read as JSON-LD is", () => {
  const written = (scope: string, prop: string, type: (name: string) => string) =>
    `<div ${scope} ${type("JobPosting")}><h1 ${prop}="title">Cook</h1>
    <p ${prop}="description"><b>Cook</b> for <span ${prop}="hiringOrganization" ${scope} ${type("Organization")}><i
    ${prop}="name">Fern &amp; Field</i></span>.</p><time ${prop}="datePosted" datetime="2026-03-01">in March</time>
    <span ${prop}="jobLocation" ${scope} ${type("Place")}><span ${prop}="address">Köln</span></span></div>`;
  const microdata = written(
    "itemscope",
    "itemprop",
    (name) => `itemtype="https://schema.org/${name}"`,
  );
  const rdfa = written("", "property", (name) => `typeof="${name}"`);
  for (const html of [microdata, `<div vocab="https://schema.org/">${rdfa}</div>`])
    expect(extract({ html }).postings).toMatchObject([
      {
        posting_title: "Cook",
        company_name: "Fern & Field",
        locations: ["Köln"],
        posted_on: "2026-03-01",
        job_description: "<b>Cook</b> for <i>Fern &amp; Field</i>.",
      },
    ]);
});

const listed = (at: number) => ({
  ...job,
  title: `Baker ${at}`,
  identifier: `B-${at}`,
  url: `https://larch.example/jobs/${at}`,
});
const list = JSON.stringify({
  "@type": "ItemList",
  itemListElement: [1, 2, 3].map((at) => ({ "@type": "ListItem", position: at, item: listed(at) })),
});

test("a list gives its postings, and the one that the address names alone", () => {
  expect(titles(page(block(list)))).toEqual(["Baker 1", "Baker 2", "Baker 3"]);
  expect(extract({ html: page(block(list)) }).is_list).toBe(true);
  expect(titles(page(block(list)), "https://larch.example/jobs/2")).toEqual(["Baker 2"]);
});

test("the pane of a search page counts, not the first job that its list describes", () => {
  const pane = `<main><h1>Cook</h1><a href="/company/fern">Fern &amp; Field</a><h2>About the job</h2><div
    class="description">${"<p>You will cook soup for two hundred guests each day, with a team of five.</p>".repeat(6)}
    </div><button>Apply</button></main>`;
  const first = { ...listed(1), url: "https://www.linkedin.com/jobs/view/4000000001" };
  const html = `${page(block(JSON.stringify(first)))}${pane}`;
  expect(titles(html, "https://www.linkedin.com/jobs/search/?currentJobId=4000000002")).toEqual([
    "Cook",
  ]);
});

test("what the text says otherwise makes a value doubtful, with both to choose from", () => {
  const shown = `<h1>Baker (m/w/d)</h1><dl><dt>Employment type</dt><dd>Part-time</dd></dl>
    <h2>Responsibilities</h2><ul><li>Bake bread each morning</li><li>Teach two apprentices</li></ul><a
    href="/apply">Apply now</a>`;
  const html = `${page(block(JSON.stringify({ ...job, employmentType: "FULL_TIME" })))}${shown}`;
  const [posting] = extract({ html }).postings;
  expect(posting?.employment_type).toBe("Full-time");
  expect(posting?.found.employment_type).toMatchObject({
    confidence: "doubtful",
    choices: ["Full-time", "Part-time"],
  });
});

test("an address alone says board and number of a posting that cannot be seen", () => {
  const [posting] = extract({ url: "https://www.linkedin.com/jobs/view/4000000002" }).postings;
  expect(posting).toMatchObject({ job_id: "4000000002", company_name: null });
});

test("one job that is listed for each of its places is one posting", () => {
  const at = (addressLocality: string) => ({
    ...job,
    jobLocation: { address: { addressLocality } },
  });
  const [posting, ...others] = extract({
    html: page(block(JSON.stringify([at("Bonn"), at("Köln")]))),
  }).postings;
  expect(others).toEqual([]);
  expect(posting?.locations).toEqual(["Bonn", "Köln"]);
});

test("a board is not the company", () => {
  const html = page(block(JSON.stringify({ ...job, hiringOrganization: "LinkedIn" })));
  expect(extract({ html }).postings[0]?.company_name).toBeNull();
});

test("a page that was pasted as text is read as a page", () => {
  const { postings } = extract({ text: page(block(json)) });
  expect(postings[0]?.posting_title).toBe("Baker (m/w/d)");
});

test("a text that begins with a bracket is a text", () => {
  const text = "[Remote] Baker at Larch Foods\n\nFull-time\nSalary: €2,500 – €3,000 per month";
  expect(extract({ text }).postings).toMatchObject([{ employment_type: "Full-time" }]);
});

test.each([
  [
    "200 blocks",
    Array.from({ length: 400 }, (_, at) => block(JSON.stringify(listed(at)))).join(""),
    200,
  ],
  ["20 MB of text", `${block(json)}<p>${"bread ".repeat(3_500_000)}</p>`, 1],
  ["a million elements in each other", `${block(json)}${"<div>".repeat(1_000_000)}`, 1],
  ["a million signs that are no tags", `${block(json)}${"<".repeat(1_000_000)}`, 1],
  ["arrays in arrays", block("[".repeat(300_000)), 0],
])("%s are read in bounded time", (_, html, count) => {
  const start = performance.now();
  expect(extract({ html }).postings).toHaveLength(count);
  expect(performance.now() - start).toBeLessThan(5_000);
});

const html = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 60 }),
      fc.json().map((value) => block(value)),
      fc
        .jsonValue({ maxDepth: 4 })
        .map((value) => block(JSON.stringify({ ...job, description: value, title: value }))),
      fc.constantFrom(
        "<script type=application/ld+json>",
        "</script>",
        "<!--",
        "]]>",
        "<b itemprop=title>",
        json,
      ),
      fc
        .record({ title: fc.string(), description: fc.string() })
        .map((said) => block(JSON.stringify({ ...job, ...said }))),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

test("whatever is given is answered, sanitised and bounded", () => {
  fc.assert(
    fc.property(
      html,
      fc.option(fc.webUrl(), { nil: undefined }),
      fc.boolean(),
      (text, url, asText) => {
        const { postings } = extract(asText ? { text, url } : { html: text, url });
        expect(postings.length).toBeLessThanOrEqual(200);
        for (const { job_description, posting_title } of postings) {
          if (job_description) expect(sanitizeRichText(job_description)).toBe(job_description);
          expect(posting_title?.length ?? 0).toBeLessThanOrEqual(1_000);
        }
      },
    ),
    { numRuns: 200 },
  );
});
