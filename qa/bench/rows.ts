import type { Target } from "./load.ts";

type Address = { address: string; work: () => number };
type Headers = Record<string, string>;

/** What is measured: ours, what it is measured against, and whether it concerns one user alone. */
export type Row = { what: string; against: string; ours: Target; baseline: Target; writes?: true };

const posting = {
  job_site_id: 1,
  company_name: "Fern & Field",
  posting_title: "Backend developer",
  posting_status: "4 - No Response",
  applied_at: "2024-04-02T12:00:00.000000Z",
  job_description: "Keep the orders flowing. ".repeat(40),
};

const pages = {
  "the dashboard's page": "/dashboard",
  "the postings' page": "/postings",
  "the postings' page, searched": "/postings?q=data",
  "a posting's page": "/postings/1",
  "the sites' page": "/sites",
  "the opportunities' page": "/opportunities",
  "the settings' page": "/settings/profile",
};

const since = "2023-01-01";
const reports = {
  "report: postings applied": `report/postingsAppliedSince/${since}`,
  "report: per site": `report/perSite/${since}`,
  "report: per week": `report/perWeek/${since}`,
  "report: funnel": `insights/funnel?since=${since}`,
  "report: waits": `insights/waits?since=${since}`,
  "report: what works": `insights/rates?since=${since}`,
  "report: sites": `insights/sites?since=${since}`,
  "report: pace": `insights/pace?since=${since}`,
  "report: pay": `insights/pay?since=${since}`,
  "report: pipeline": "insights/pipeline?day=2024-06-01",
  "report: then and now": `insights/compare?first=2023-12-01&second=2024-06-01`,
};

const target = ({ address, work }: Address, path: string, headers?: Headers): Target => ({
  url: address + path,
  headers,
  work,
});

/** The rows of the bench. `plain` is node:http with better-sqlite3, `bare` the framework with nothing of ours. */
export function rowsOf(
  at: { ours: Address; plain: Address; bare: Address },
  { program, browser }: { program: Headers; browser: Headers },
): Row[] {
  const api = (path: string) => target(at.ours, `/api/${path}`, program);
  const plain = (path: string) => target(at.plain, `/${path}`);
  const handler = target(at.bare, "/constant");
  const create = (some: Target): Target => ({
    ...some,
    method: "POST",
    headers: { ...some.headers, "content-type": "application/json" },
    body: JSON.stringify(posting),
  });
  const row = (what: string, against: string, ours: Target, baseline: Target): Row => ({
    what,
    against,
    ours,
    baseline,
  });
  return [
    row("one posting", "a bare handler", api("job_posting/1"), handler),
    row("a list of 1,000", "node:http", api("job_posting/"), plain("list")),
    row(
      "search, a page of 50",
      "node:http",
      api("job_posting/?limit=50&search=data"),
      plain("search/data"),
    ),
    row("the dashboard's figures", "a bare handler", api("dashboard/"), handler),
    ...Object.entries(reports).map(([what, path]) =>
      row(what, "a bare handler", api(path), handler),
    ),
    ...Object.entries(pages).map(([what, path]) =>
      row(what, "a bare page", target(at.ours, path, browser), target(at.bare, "/")),
    ),
    // Last, since it makes the list longer.
    {
      ...row("create, durable", "node:http", create(api("job_posting/")), create(plain(""))),
      writes: true,
    },
  ];
}

/** Searches that must not depend on how many of one person's postings fit. */
export const searchRowsOf: typeof rowsOf = ({ ours, plain }, { program, browser }) =>
  ["team", "gardener", "co"].flatMap((word) => {
    const against = { against: "node:http", baseline: target(plain, `/search/${word}`) };
    const api = `/api/job_posting/?limit=50&search=${word}`;
    return [
      { what: `${word}: a page of the API`, ours: target(ours, api, program), ...against },
      { what: `${word}: the palette`, ours: target(ours, `/find?q=${word}`, browser), ...against },
      { what: `${word}: the list`, ours: target(ours, `/postings?q=${word}`, browser), ...against },
    ];
  });

/** What `--quick` measures. */
export const quickRows = [
  "one posting",
  "a list of 1,000",
  "search, a page of 50",
  "the dashboard's page",
  "create, durable",
];
