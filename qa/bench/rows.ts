import type { MeasuredServer, Target } from "./load.ts";

type Headers = Record<string, string>;

/** Where an answer comes from: complete lists, most reports and the dashboard's page are cached until the next write. */
export type Source = "cache" | "first after a write" | "no cache" | "a write itself";

/** What a row of the bench measures, and against what. */
export type Row = { what: string; against: string; source: Source; ours: Target; rival: Target };

/** Ours; `plain`, which is node:http with better-sqlite3; and `bare`, which is Next with nothing of ours. */
export type Servers = Record<"ours" | "plain" | "bare", MeasuredServer>;

/** The headers that sign the person in, for the API and for pages. */
export type Credentials = { api: Headers; browser: { cookie: string } };

const posting = {
  job_site_id: 1,
  company_name: "Fern & Field",
  posting_title: "Backend developer",
  posting_status: "4 - No Response",
  applied_at: "2024-04-02T12:00:00.000000Z",
  job_description: "Keep the orders flowing. ".repeat(40),
};

const dashboardPage = "the dashboard's page";

const uncachedPages = {
  "the postings' page": "/postings",
  "the postings' page, searched": "/postings?q=data",
  "a posting's page": "/postings/1",
  "the sites' page": "/sites",
  "the opportunities' page": "/opportunities",
  "the settings' page": "/settings/profile",
};

/** The pages that are measured, with their paths. */
export const pagePaths: Record<string, string> = {
  [dashboardPage]: "/dashboard",
  ...uncachedPages,
};

const since = "2023-01-01";

const cachedReports = {
  "report: per site": `report/perSite/${since}`,
  "report: per week": `report/perWeek/${since}`,
  "report: funnel": `insights/funnel?since=${since}`,
  "report: waits": `insights/waits?since=${since}`,
  "report: what works": `insights/rates?since=${since}`,
  "report: sites": `insights/sites?since=${since}`,
  "report: pace": `insights/pace?since=${since}`,
  "report: pay": `insights/pay?since=${since}`,
  "report: then and now": "insights/compare?first=2023-12-01&second=2024-06-01",
};

const uncachedReports = {
  "report: postings applied": `report/postingsAppliedSince/${since}`,
  "report: pipeline": "insights/pipeline?day=2024-06-01",
};

/** What `--quick` measures. */
export const quickRows = [
  "one posting",
  "a list of 1,000",
  "a list of 1,000, after a write",
  "search, a page of 50",
  "report: funnel, after a write",
  dashboardPage,
  `${dashboardPage}, after a write`,
  "create, durable",
];

/** All rows but the searches of a large hunt, in the order in which they are measured. */
export function rowsOf({ ours, plain, bare }: Servers, { api, browser }: Credentials): Row[] {
  const read = (path: string): Target => ({ server: ours, path: `/api/${path}`, headers: api });
  const open = (path: string): Target => ({ server: ours, path, headers: browser });
  const node = (path: string): Rival => ["node:http", { server: plain, path }];
  const handler: Rival = ["a bare handler", { server: bare, path: "/constant" }];
  const page: Rival = ["a bare page", { server: bare, path: "/" }];
  return [
    row("one posting", read("job_posting/1"), handler),
    ...cachedRows("a list of 1,000", read("job_posting/"), node("/list")),
    row("search, a page of 50", read("job_posting/?limit=50&search=data"), node("/search/data")),
    row("the dashboard's figures", read("dashboard/"), handler),
    ...entries(cachedReports, (what, path) => cachedRows(what, read(path), handler)),
    ...entries(uncachedReports, (what, path) => [row(what, read(path), handler)]),
    ...cachedRows(dashboardPage, open("/dashboard"), page),
    ...entries(uncachedPages, (what, path) => [row(what, open(path), page)]),
    // Last, since it makes the list longer.
    createRow(read("job_posting/"), node("/")),
  ];
}

/** Searches that must not depend on how many of one person's postings match. */
export function searchRowsOf({ ours, plain }: Servers, { api, browser }: Credentials): Row[] {
  return ["team", "gardener", "co"].flatMap((word) => {
    const rival: Rival = ["node:http", { server: plain, path: `/search/${word}` }];
    const search = (what: string, path: string, headers: Headers) =>
      row(`${word}: ${what}`, { server: ours, path, headers }, rival);
    return [
      search("a page of the API", `/api/job_posting/?limit=50&search=${word}`, api),
      search("the palette", `/find?q=${word}`, browser),
      search("the list", `/postings?q=${word}`, browser),
    ];
  });
}

type Rival = [against: string, rival: Target];

const entries = (paths: Record<string, string>, rowsFor: (what: string, path: string) => Row[]) =>
  Object.entries(paths).flatMap(([what, path]) => rowsFor(what, path));

const row = (what: string, ours: Target, [against, rival]: Rival): Row => ({
  what,
  against,
  source: "no cache",
  ours,
  rival,
});

/** A row for cache hits, and one for the misses after a write, against the same rival. */
const cachedRows = (what: string, ours: Target, rival: Rival): Row[] => [
  { ...row(what, ours, rival), source: "cache" },
  { ...row(`${what}, after a write`, ours, rival), source: "first after a write" },
];

function createRow(ours: Target, [against, rival]: Rival): Row {
  const create = (target: Target): Target => ({
    ...target,
    method: "POST",
    headers: { ...target.headers, "content-type": "application/json" },
    body: JSON.stringify(posting),
  });
  const created = row("create, durable", create(ours), [against, create(rival)]);
  return { ...created, source: "a write itself" };
}
