import { expect, test } from "vitest";
import { extract } from "../extract.ts";

const first = (json: string) =>
  extract({
    html: `<html><head><script type="application/ld+json">${json}</script></head><body></body></html>`,
  }).postings[0];

const about = "Mends the nets of twelve boats, and teaches two apprentices how it is done.";

test("values that objects wrap are read as the values alone", () => {
  const posting = first(
    JSON.stringify({
      "@type": "JobPosting",
      title: { "@value": "Net Mender", "@language": "en" },
      hiringOrganization: { name: "Tern Fisheries" },
      datePosted: { "@value": "2026-03-09", "@type": "Date" },
      validThrough: [{ "@value": "2026-04-09" }],
      description: { "@type": "Text", "@value": `<p>${about}</p>` },
    }),
  );
  expect(posting).toMatchObject({
    posting_title: "Net Mender",
    posted_on: "2026-03-09",
    closes_on: "2026-04-09",
    job_description: `<p>${about}</p>`,
  });
});

test.each(["var job = ", "window.jobData=", "const a_1 =\n"])("JSON behind %j is read", (name) => {
  const json = JSON.stringify({ "@type": "JobPosting", title: "Net Mender" });
  expect(first(`${name}${json};`)?.posting_title).toBe("Net Mender");
});

test("a pay that is a text keeps its currency and period", () => {
  const posting = { "@type": "JobPosting", title: "Net Mender", baseSalary: "CHF 31.50 per hour" };
  expect(first(JSON.stringify(posting))?.pay).toEqual({
    min: 31.5,
    max: 31.5,
    currency: "CHF",
    period: "hour",
  });
});
