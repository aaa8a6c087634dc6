import { expect, test } from "vitest";
import { parsePage } from "../page.ts";
import { readAddress } from "./read-address.ts";
import { readBoardDocument } from "./read-document.ts";
import { readEmbedded } from "./read-embedded.ts";

/** What was read, without where from. */
function read(data: unknown, address?: string) {
  const text = typeof data === "string" ? data : JSON.stringify(data);
  const result = readBoardDocument(text, address ? new URL(address) : null);
  return {
    is_list: result?.is_list,
    postings: (result?.postings ?? []).map((posting) =>
      Object.fromEntries(Object.entries(posting).map(([field, each]) => [field, each.value])),
    ),
  };
}

const embedded = (html: string, address?: string) =>
  readEmbedded(parsePage(`<html><body>${html}</body></html>`, address ? new URL(address) : null));

const uuid = "0b6c1d3e-1111-4222-8333-444455556666";

const greenhouse = {
  absolute_url: "https://job-boards.greenhouse.io/larch/jobs/4001?gh_src=abc",
  internal_job_id: 7,
  id: 4001,
  title: "Head Baker",
  company_name: "Larch Foods ",
  location: { name: "Bonn, Germany | Remote - Austria" },
  metadata: [{ name: "Employment Type", value: "Regular" }],
  first_published: "2026-03-02T23:10:00-05:00",
  updated_at: "2026-05-05T10:00:00-05:00",
  content: "&lt;h2&gt;Bread&lt;/h2&gt;&lt;p&gt;Bake &amp;amp; sell.&lt;/p&gt;",
  questions: [{ label: "First name", description: "Your name" }],
};

test("a Greenhouse posting is read with its escaped text, and its form is not", () => {
  const { postings, is_list } = read(greenhouse);
  expect(is_list).toBe(false);
  expect(postings).toEqual([
    {
      posting_title: "Head Baker",
      company_name: "Larch Foods",
      locations: ["Bonn, Germany", "Austria"],
      location_type: "Remote",
      posted_on: "2026-03-02",
      posting_url_full: "https://job-boards.greenhouse.io/larch/jobs/4001",
      posting_url_domain: "Greenhouse",
      job_id: "4001",
      job_description: "<h2>Bread</h2><p>Bake &amp; sell.</p>",
    },
  ]);
});

test("Lever's text has its parts in their order, and its pay its period", () => {
  const { postings } = read([
    {
      id: uuid,
      text: "Miller",
      categories: { commitment: "Part-time", location: "Ghent", allLocations: ["Ghent", "Lille"] },
      workplaceType: "hybrid",
      createdAt: 1_772_409_600_000,
      description: "<p>Mill.</p>",
      lists: [{ text: "You bring", content: "<li>Flour</li><li>Care</li>" }],
      additional: "<p>Come by.</p>",
      salaryRange: { interval: "per-hour-wage", currency: "EUR", min: 18, max: 21.5 },
      hostedUrl: `https://jobs.lever.co/larch-foods/${uuid}`,
    },
  ]);
  expect(postings[0]).toMatchObject({
    company_name: "Larch Foods",
    posting_title: "Miller",
    locations: ["Ghent", "Lille"],
    location_type: "Hybrid",
    employment_type: "Part-time",
    pay: { min: 18, max: 21.5, currency: "EUR", period: "hour" },
    posted_on: "2026-03-02",
  });
  expect(postings[0]?.job_description).toMatch(
    /Mill\.<\/p>\s*<h3>You bring<\/h3>\s*<ul><li>Flour<\/li><li>Care<\/li><\/ul>\s*<p>Come by/,
  );
});

test("an unlisted posting of Ashby is left out, and equity is no pay", () => {
  const row = {
    id: uuid,
    title: "Oven Engineer",
    jobUrl: `https://jobs.ashbyhq.com/larch/${uuid}`,
    location: "Oslo",
    secondaryLocations: [{ location: "Bergen" }],
    employmentType: "FullTime",
    isListed: true,
    isRemote: true,
    workplaceType: "Hybrid",
    publishedAt: "2026-02-01T00:00:00Z",
    descriptionHtml: "<p>Ovens.</p>",
    compensation: {
      summaryComponents: [
        { compensationType: "EquityPercentage", minValue: 1, maxValue: 2, interval: "NONE" },
        {
          compensationType: "Salary",
          minValue: 600_000,
          maxValue: 700_000,
          currencyCode: "NOK",
          interval: "1 YEAR",
        },
      ],
    },
  };
  const { postings } = read({ jobs: [row, { ...row, id: "x", isListed: false }] });
  expect(postings).toHaveLength(1);
  expect(postings[0]).toMatchObject({
    locations: ["Oslo", "Bergen"],
    location_type: "Hybrid",
    pay: { min: 600_000, max: 700_000, currency: "NOK", period: "year" },
  });
});

test("a Workday list and its details are one posting each; a count is no place", () => {
  const { postings, is_list } = read({
    list: {
      jobPostings: [
        {
          title: "Baker",
          externalPath: "/job/Graz/Baker_R-1001-1",
          locationsText: "2 Locations",
          postedOn: "Posted Today",
        },
        { title: "Driver", externalPath: "/job/Linz/Driver_R-1002", locationsText: "AT, Linz" },
      ],
    },
    detail: {
      jobPostingInfo: {
        title: "Baker",
        jobDescription: "<p>Bread.</p>",
        location: "US, TX, Austin",
        additionalLocations: ["Graz"],
        timeType: "Full time",
        jobReqId: "R-1001",
        externalUrl: "https://larch.wd3.myworkdayjobs.com/Jobs/job/Graz/Baker_R-1001-1",
      },
      hiringOrganization: { name: "Larch Foods" },
    },
  });
  expect(is_list).toBe(true);
  expect(postings.map(({ posting_title }) => posting_title)).toEqual(["Baker", "Driver"]);
  expect(postings[0]).toMatchObject({
    company_name: "Larch Foods",
    locations: ["Austin, TX, US", "Graz"],
    employment_type: "Full-time",
    job_id: "R-1001",
  });
  expect(postings[0]).not.toHaveProperty("posted_on");
  expect(postings[1]).toMatchObject({ locations: ["Linz, AT"] });
});

test("rows with one number are one posting with several places", () => {
  const row = { title: "Guide", shortcode: "AB12CD34EF", telecommuting: true, city: "" };
  const { postings, is_list } = read({
    name: "Larch Tours",
    jobs: [
      { ...row, country: "Spain", locations: [{ country: "Spain", city: "" }] },
      { ...row, country: "Portugal", locations: [{ country: "Portugal", city: "" }] },
    ],
  });
  expect(is_list).toBe(false);
  expect(postings).toHaveLength(1);
  expect(postings[0]).toMatchObject({
    company_name: "Larch Tours",
    locations: ["Spain", "Portugal"],
    location_type: "Remote",
  });
});

test.each([
  [
    "SmartRecruiters",
    {
      id: "744000000000001",
      name: "Cook",
      company: { identifier: "Larch", name: "Larch Foods" },
      releasedDate: "2026-01-02T00:00:00Z",
      location: { city: "Gent", country: "be", fullLocation: "Gent, , Belgium", remote: false },
      typeOfEmployment: { id: "permanent", label: "Full-time" },
      jobAd: { sections: { jobDescription: { title: "The job", text: "<p>Cook.</p>" } } },
    },
    {
      posting_title: "Cook",
      locations: ["Gent, Belgium"],
      employment_type: "Full-time",
      posting_url_full: "https://jobs.smartrecruiters.com/Larch/744000000000001",
    },
  ],
  [
    "Recruitee",
    {
      offers: [
        {
          id: 9,
          title: "Gardener",
          company_name: "Larch Gardens",
          careers_url: "https://larch.recruitee.com/o/gardener",
          locations: [{ city: "Breda", country: "Netherlands" }],
          employment_type_code: "parttime",
          remote: false,
          description: "<p>Dig.</p>",
          requirements: "<p>A spade.</p>",
          salary: { min: "2500", max: "2900", currency: "EUR", period: "month" },
          close_at: null,
        },
      ],
    },
    {
      company_name: "Larch Gardens",
      locations: ["Breda, Netherlands"],
      employment_type: "Part-time",
      pay: { min: 2500, max: 2900, currency: "EUR", period: "month" },
    },
  ],
  [
    "Bamboo HR",
    {
      result: {
        jobOpening: {
          jobOpeningName: "Clerk",
          jobOpeningShareUrl: "https://larch.bamboohr.com/careers/12",
          location: { city: "Austin", state: "Texas", addressCountry: "United States" },
          locationType: "2",
          employmentStatusLabel: "Full Time",
          datePosted: "2026-04-05",
          description: "<p>Files.</p>",
        },
      },
    },
    {
      locations: ["Austin, Texas, United States"],
      location_type: "Hybrid",
      job_id: "12",
      posted_on: "2026-04-05",
    },
  ],
  [
    "Personio",
    `<?xml version="1.0"?><workzag-jobs><position><id>55</id><subcompany>Larch GmbH</subcompany>
     <office>Köln</office><additionalOffices><office>Bonn</office></additionalOffices><name>Bäcker (m/w/d)</name>
     <jobDescriptions><jobDescription><name>Aufgaben</name><value><![CDATA[<p>Backen.</p>]]></value></jobDescription>
     </jobDescriptions><employmentType>permanent</employmentType><schedule>full-time</schedule>
     <createdAt>2026-05-06T10:00:00+02:00</createdAt></position></workzag-jobs>`,
    {
      company_name: "Larch GmbH",
      locations: ["Köln", "Bonn"],
      employment_type: "Full-time",
      posted_on: "2026-05-06",
      job_id: "55",
    },
  ],
  [
    "a board that nobody named",
    {
      data: {
        vacancy: {
          role_title: "Florist",
          employer: { name: "Larch Flowers" },
          place: "Ghent",
          apply_link: "https://flowers.example/apply",
          min_salary: "30,000",
          max_salary: "34,000",
          salary_currency: "EUR",
          salary_period: "year",
          closing_date: "2026-09-01",
        },
      },
    },
    {
      posting_title: "Florist",
      company_name: "Larch Flowers",
      locations: ["Ghent"],
      pay: { min: 30_000, max: 34_000, currency: "EUR", period: "year" },
      closes_on: "2026-09-01",
    },
  ],
])("%s is read", (_board, data, expected) => {
  const { postings } = read(data);
  expect(postings).toHaveLength(1);
  expect(postings[0]).toMatchObject(expected);
});

test("a feed with a broken declaration and tags that do not match is read", () => {
  const { postings } =
    read(`<?xml version=\\"1.0\\"?><rss><channel><title>Larch Academy RSS Feed</title><item>
    <link>https://jobs.example/1</link><title>Teacher</title><x:content><Vacancy><Vacancy_title>Teacher</Vacancy_title>
    <Job_Location>Barnes,_Devon</Job_Location><Salary>£21,575 - £22,369</Salary><Expiry_date>01/09/2027 12:00:00
    </Expiry_date><Advert_text><![CDATA[<p>Teach <b>well</b>.</p>]]></Advert_text><Working_Patterns>part_time
    </working_patterns></Vacancy></x:content></item></channel></rss>`);
  expect(postings).toHaveLength(1);
  expect(postings[0]).toMatchObject({
    company_name: "Larch Academy",
    posting_title: "Teacher",
    locations: ["Barnes, Devon"],
    employment_type: "Part-time",
    pay: { min: 21_575, max: 22_369, currency: "GBP", period: null },
    closes_on: "2027-09-01",
    posting_url_full: "https://jobs.example/1",
  });
});

test.each([
  ["20K-35K", { min: 20_000, max: 35_000, currency: null, period: null }],
  ["300/day", { min: 300, max: 300, currency: null, period: "day" }],
  [
    "Main range 1 to 6, £25,714 to £41,604 per year (pro rata)",
    { min: 25_714, max: 41_604, currency: "GBP", period: "year" },
  ],
  ["Competitive", undefined],
])("a salary field that says %s is read so", (salary, pay) => {
  const { postings } = read({ jobs: [{ title: "Baker", company: "Larch", salary }] });
  expect(postings[0]?.pay).toEqual(pay);
});

test("what is no posting is none, and what is no data is null", () => {
  const article = { title: "Ten breads", url: "https://a.example", author: "A", body: "Bread" };
  const event = { title: "Fair", location: "Bonn", date: "2026-05-01", url: "https://a.example" };
  const profile = { jobTitle: "Baker", company: "Larch", firstName: "A", lastName: "B" };
  const app = { title: "App", company: "Larch", description: "An app", type: "website" };
  const jobMenu = [{ title: "All jobs", url: "/jobs" }];
  const all = JSON.stringify({
    articles: [article],
    events: [event],
    people: [profile],
    app,
    jobMenu,
  });
  expect(readBoardDocument(all, null)).toEqual({ postings: [], is_list: false });
  for (const text of ["", "Baker at Larch", "{broken", "<!doctype html><p>Baker</p>"])
    expect(readBoardDocument(text, null)).toBeNull();
});

test("of a board's whole list the posting is taken that the address names", () => {
  const address = new URL(`https://jobs.ashbyhq.com/larch/${uuid}/application?utm_source=x`);
  const { reading, data_url } = readAddress(address);
  expect(reading.posting_url_full?.value).toBe(`https://jobs.ashbyhq.com/larch/${uuid}`);
  const row = { isListed: true, location: "Oslo", employmentType: "FullTime" };
  const jobs = [
    {
      ...row,
      id: uuid.replace("0", "1"),
      title: "Cook",
      jobUrl: "https://jobs.ashbyhq.com/larch/1",
    },
    { ...row, id: uuid, title: "Baker", jobUrl: `https://jobs.ashbyhq.com/larch/${uuid}` },
  ];
  const { postings, is_list } = read({ jobs }, data_url ?? undefined);
  expect(is_list).toBe(false);
  expect(postings.map(({ posting_title }) => posting_title)).toEqual(["Baker"]);
});

test("hostile data is answered in time, with at most 50 postings", () => {
  const rows = Array.from({ length: 5_000 }, (_, id) => ({
    ...greenhouse,
    id,
    absolute_url: `https://a.example/${id}`,
  }));
  expect(read({ jobs: rows })).toMatchObject({ is_list: true, postings: { length: 50 } });
  const nested = `${'{"a":['.repeat(5_000)}1${"]}".repeat(5_000)}`;
  expect(read(nested).postings).toEqual([]);
  expect(read(`<?xml version="1.0"?>${"<a>".repeat(50_000)}`).postings).toEqual([]);
  expect(embedded(`<script>window.x = ${nested}</script>`).postings).toEqual([]);
  expect(embedded(`<script>${"x = {".repeat(20_000)}</script>`).postings).toEqual([]);
  const quotes = `<script>${`f({a:'"'});`.repeat(3_000)}</script>`.repeat(50);
  expect(embedded(quotes).postings).toEqual([]);
}, 5_000);

test.each([
  ["a Next.js page", `<script id="__NEXT_DATA__" type="application/json">@DATA@</script>`],
  ["an assignment", `<script>window.__appData = @DATA@; window.y = 1;</script>`],
  ["a text of JSON", `<script>window.s = JSON.parse(@TEXT@)</script>`],
  ["a streamed part", `<script>self.__next_f.push([1, @STREAM@])</script>`],
  ["LinkedIn's code", `<code style="display: none"><!--@DATA@--></code>`],
])("%s gives the page's posting, and none of those beside it", (_kind, html) => {
  const similar = [
    { ...greenhouse, id: 1, title: "Other Baker", absolute_url: "https://a.example/1" },
  ];
  const data = JSON.stringify({ state: { job: greenhouse, similarJobs: similar } });
  const page = html
    .replace("@DATA@", () => data)
    .replace("@TEXT@", () => JSON.stringify(data))
    .replace("@STREAM@", () => JSON.stringify(`3:["$","div",null,{}]\n4:${data}\n`));
  const { postings, is_list } = embedded(page);
  expect(is_list).toBe(false);
  expect(postings.map(({ posting_title }) => posting_title?.value)).toEqual(["Head Baker"]);
  expect(postings[0]?.job_description?.source).toBe("page_data");
});

test("React Router's flattened data is put together", () => {
  const flat = JSON.stringify([
    { _1: 2, _3: 4, _5: 6 },
    "title",
    "Baker",
    "job_post_location",
    "Bonn",
    "company_name",
    "Larch Foods",
  ]);
  const { postings } = embedded(`<script>ctx.enqueue(${JSON.stringify(flat)});</script>`);
  expect(postings[0]).toMatchObject({
    posting_title: { value: "Baker" },
    locations: { value: ["Bonn"] },
    company_name: { value: "Larch Foods" },
  });
});

test("a board's own markup is read where there is no data", () => {
  const one = embedded(`<div class="posting-headline"><h2>Baker</h2><div class="posting-categories">
    <div class="location">Ghent /</div><div class="commitment">Full-time /</div><div class="workplaceTypes">Hybrid
    </div></div></div><div class="section-wrapper"><div class="section page-centered"><p>Bake.</p></div></div>`);
  expect(one).toMatchObject({
    is_list: false,
    postings: [
      {
        posting_title: { value: "Baker", source: "page" },
        locations: { value: ["Ghent"] },
        employment_type: { value: "Full-time" },
        location_type: { value: "Hybrid" },
        job_description: { value: "<p>Bake.</p>" },
      },
    ],
  });
  const list = embedded(
    `<table><tr><td><a href="/larch/job/oAbc123">Cook</a></td><td class="jv-job-list-location">Bonn</td></tr></table>`,
    "https://jobs.jobvite.com/larch/jobs",
  );
  expect(list).toMatchObject({
    is_list: true,
    postings: [
      {
        posting_title: { value: "Cook" },
        posting_url_full: { value: "https://jobs.jobvite.com/larch/job/oAbc123" },
        company_name: { value: "Larch", confidence: "doubtful" },
      },
    ],
  });
});

test("a page of several postings is a list", () => {
  const jobs = [1, 2].map((id) => ({ JobId: id, JobTitle: `Baker ${id}`, LocationName: "Bonn" }));
  const { postings, is_list } = embedded(
    `<script>window.pageData = ${JSON.stringify({ ModuleTitle: "Larch Foods", Jobs: jobs })}</script>`,
  );
  expect(is_list).toBe(true);
  expect(postings.map(({ company_name }) => company_name?.value)).toEqual([
    "Larch Foods",
    "Larch Foods",
  ]);
});

test.each([
  [
    "https://boards.greenhouse.io/larchfoods/jobs/4001?gh_src=x",
    ["Greenhouse", "4001", "Larchfoods", "https://boards.greenhouse.io/larchfoods/jobs/4001"],
    "https://boards-api.greenhouse.io/v1/boards/larchfoods/jobs/4001",
  ],
  [
    "https://larch.example/careers/open?gh_jid=4001&utm_source=x",
    ["Greenhouse", "4001", undefined, "https://larch.example/careers/open?gh_jid=4001"],
    null,
  ],
  [
    `https://jobs.eu.lever.co/larch-foods/${uuid}/apply`,
    ["Lever", uuid, "Larch Foods", `https://jobs.eu.lever.co/larch-foods/${uuid}`],
    `https://api.eu.lever.co/v0/postings/larch-foods/${uuid}?mode=json`,
  ],
  [
    "https://larch.wd5.myworkdayjobs.com/en-US/Careers/job/Graz/Baker_R-1001/apply/autofillWithResume",
    [
      "My Workday Jobs",
      "R-1001",
      "Larch",
      "https://larch.wd5.myworkdayjobs.com/en-US/Careers/job/Graz/Baker_R-1001",
    ],
    "https://larch.wd5.myworkdayjobs.com/wday/cxs/larch/Careers/job/Graz/Baker_R-1001",
  ],
  [
    "https://jobs.smartrecruiters.com/LarchFoods/744000000000001-baker",
    [
      "SmartRecruiters",
      "744000000000001",
      "LarchFoods",
      "https://jobs.smartrecruiters.com/LarchFoods/744000000000001-baker",
    ],
    "https://api.smartrecruiters.com/v1/companies/LarchFoods/postings/744000000000001",
  ],
  [
    "https://apply.workable.com/larch/j/AB12CD34EF/",
    ["Workable", "AB12CD34EF", "Larch", "https://apply.workable.com/larch/j/AB12CD34EF/"],
    "https://apply.workable.com/api/v2/accounts/larch/jobs/AB12CD34EF",
  ],
  [
    "https://larch.recruitee.com/o/gardener/c/new",
    ["Recruitee", "gardener", "Larch", "https://larch.recruitee.com/o/gardener"],
    "https://larch.recruitee.com/api/offers/gardener",
  ],
  [
    "https://larch.jobs.personio.de/job/55?language=en",
    ["Personio", "55", "Larch", "https://larch.jobs.personio.de/job/55?language=en"],
    "https://larch.jobs.personio.de/xml#55",
  ],
  [
    "https://larch.bamboohr.com/careers/12",
    ["Bamboo HR", "12", "Larch", "https://larch.bamboohr.com/careers/12"],
    "https://larch.bamboohr.com/careers/12/detail",
  ],
  [
    "https://www.linkedin.com/jobs/search/?currentJobId=3812345678&keywords=baker",
    ["LinkedIn", "3812345678", undefined, "https://www.linkedin.com/jobs/view/3812345678/"],
    null,
  ],
  [
    "https://de.indeed.com/jobs?q=baker&vjk=0a1b2c3d4e5f6071",
    ["Indeed", "0a1b2c3d4e5f6071", undefined, "https://de.indeed.com/viewjob?jk=0a1b2c3d4e5f6071"],
    null,
  ],
  [
    "https://bakery.example/jobs/1?utm_source=x#apply",
    [undefined, undefined, undefined, "https://bakery.example/jobs/1"],
    null,
  ],
])("%s says what it can", (address, expected, data) => {
  const { reading, data_url } = readAddress(new URL(address));
  const said = [
    reading.posting_url_domain,
    reading.job_id,
    reading.company_name,
    reading.posting_url_full,
  ];
  expect(said.map((each) => each?.value)).toEqual(expected);
  expect(reading.company_name?.confidence ?? "doubtful").toBe("doubtful");
  expect(data_url).toBe(data);
});
