import { boards } from "../../../matching/boards.ts";

/** What an address says by its board's own rules. */
type BoardAddress = {
  /** as lib/matching/boards.ts calls it, which knows its hosts and the id in its addresses */
  name: string;
  /** as `appliedThrough` names it, or as it calls itself */
  label: string;
  /** hosts and id of a board that matching does not know */
  hosts?: RegExp;
  id?: (at: URL) => string | undefined;
  /** the company's part of the address */
  company?: (at: URL) => string | undefined;
  /** where the board gives the posting, or the list with it, as JSON or XML */
  data?: (at: URL, company: string, id: string) => string | undefined;
  /** the address of the posting, where a list or a form names it */
  page?: (at: URL, id: string) => string | undefined;
};

const inPath =
  (pattern: RegExp) =>
  ({ pathname }: URL) =>
    pattern.exec(pathname)?.[1];

/** The first part of the path, which is no word of the board. */
const firstPart = ({ pathname }: URL) => {
  const [first] = pathname.split("/").filter(Boolean);
  return first && !/^(?:embed|j|jobs?|en|de|fr|careers?|external|api|v\d)$/i.test(first)
    ? first
    : undefined;
};

const subdomain = ({ hostname }: URL) => {
  const first = hostname.split(".")[0];
  return first && !/^(?:www|jobs|apply|careers?|boards|app|api|hire)$/.test(first)
    ? first
    : undefined;
};

const withoutEnd = (at: URL, end: RegExp) => `${at.origin}${at.pathname.replace(end, "")}`;

/** A Workday tenant and its site: the first part of the path that is no language. */
function workdaySite(at: URL): { tenant?: string; site?: string; path: string } {
  const parts = at.pathname.split("/").filter((part) => part && !/^[a-z]{2}-[A-Z]{2}$/.test(part));
  const job = parts.findIndex((part) => part === "job" || part === "details");
  if (at.hostname.endsWith("myworkdaysite.com")) {
    const [, tenant, site] = parts;
    return { tenant, site, path: parts.slice(job).join("/") };
  }
  return { tenant: at.hostname.split(".")[0], site: parts[0], path: parts.slice(job).join("/") };
}

const boardAddresses: readonly BoardAddress[] = [
  {
    name: "linkedin",
    label: "LinkedIn",
    page: (_at, id) => `https://www.linkedin.com/jobs/view/${id}/`,
  },
  {
    name: "indeed",
    label: "Indeed",
    page: (at, id) => `${at.origin}/viewjob?jk=${id}`,
  },
  {
    name: "greenhouse",
    label: "Greenhouse",
    company: (at) =>
      at.searchParams.get("for") ??
      (at.hostname.endsWith("greenhouse.io")
        ? (inPath(/\/boards\/([^/]{1,100})\/jobs/)(at) ?? firstPart(at))
        : undefined),
    data: (_at, company, id) => `https://boards-api.greenhouse.io/v1/boards/${company}/jobs/${id}`,
  },
  {
    name: "lever",
    label: "Lever",
    company: (at) => inPath(/\/v0\/postings\/([^/]{1,100})/)(at) ?? firstPart(at),
    data: ({ hostname }, company, id) =>
      `https://api.${hostname.includes(".eu.") ? "eu." : ""}lever.co/v0/postings/${company}/${id}?mode=json`,
    page: (at) => withoutEnd(at, /\/apply\/?$/),
  },
  {
    name: "ashby",
    label: "Ashby",
    company: (at) => (at.hostname.endsWith("ashbyhq.com") ? firstPart(at) : undefined),
    // It gives only the whole board; readBoardDocument takes the one that is named behind "#".
    data: (_at, company, id) =>
      `https://api.ashbyhq.com/posting-api/job-board/${company}?includeCompensation=true#${id}`,
    page: (at) =>
      at.hostname.endsWith("ashbyhq.com") ? withoutEnd(at, /\/application\/?$/) : undefined,
  },
  {
    name: "workday",
    label: "My Workday Jobs",
    company: (at) => workdaySite(at).tenant,
    data: (at) => {
      const { tenant, site, path } = workdaySite(at);
      const job = path.replace(/^details\//, "job/").replace(/\/apply(?:\/\w{1,40})?$/i, "");
      return tenant && site && job.startsWith("job/")
        ? `${at.origin}/wday/cxs/${tenant}/${site}/${job}`
        : undefined;
    },
    page: (at) => withoutEnd(at, /\/apply(?:\/\w{1,40})?\/?$/i),
  },
  {
    name: "smartrecruiters",
    label: "SmartRecruiters",
    company: (at) => inPath(/\/companies\/([^/]{1,100})\//)(at) ?? firstPart(at),
    data: (_at, company, id) =>
      `https://api.smartrecruiters.com/v1/companies/${company}/postings/${id}`,
  },
  {
    name: "workable",
    label: "Workable",
    company: (at) => (at.hostname.startsWith("apply.") ? firstPart(at) : subdomain(at)),
    data: (_at, company, id) =>
      `https://apply.workable.com/api/v2/accounts/${company}/jobs/${id.toUpperCase()}`,
    page: (at) => withoutEnd(at, /\/apply\/?$/),
  },
  { name: "jobvite", label: "JobVite", company: firstPart },
  {
    name: "icims",
    label: "ICIMS",
    company: (at) =>
      subdomain(at)?.replace(/^(?:[a-z]{1,15}-)?(?:careers?|jobs)-|-(?:careers?|jobs)$/, ""),
    page: (at) => withoutEnd(at, /\/(?:login|apply)\/?$/),
  },
  {
    name: "bamboohr",
    label: "Bamboo HR",
    company: subdomain,
    data: ({ hostname }, _company, id) => `https://${hostname}/careers/${id}/detail`,
  },
  {
    name: "breezy",
    label: "Breezy HR",
    company: subdomain,
    data: ({ hostname }, _company, id) => `https://${hostname}/json#${id}`,
  },
  {
    name: "personio",
    label: "Personio",
    company: subdomain,
    data: ({ hostname }, _company, id) => `https://${hostname}/xml#${id}`,
  },
  {
    name: "teamtailor",
    label: "Teamtailor",
    company: subdomain,
    data: ({ hostname }, _company, id) => `https://${hostname}/jobs.json#${id}`,
  },
  {
    name: "recruitee",
    label: "Recruitee",
    company: subdomain,
    data: ({ hostname }, _company, id) => `https://${hostname}/api/offers/${id}`,
    page: (at) => withoutEnd(at, /\/c\/new\/?$/),
  },
  { name: "dice", label: "Dice Easy Apply" },
  { name: "glassdoor", label: "Glassdoor" },
  { name: "stepstone", label: "StepStone" },
  { name: "xing", label: "XING" },
  {
    name: "rippling",
    label: "Rippling",
    hosts: /^ats\.(?:[a-z]{2,3}\d?\.)?rippling\.com$/,
    id: inPath(/\/jobs\/([\da-f-]{36})/),
    company: (at) => inPath(/\/([^/]{1,100})\/jobs\//)(at),
    data: (_at, company, id) =>
      `https://api.rippling.com/platform/api/ats/v1/board/${company}/jobs/${id}`,
  },
  {
    name: "pinpoint",
    label: "Pinpoint",
    hosts: /\.pinpointhq\.com$/,
    id: inPath(/\/postings\/([\w-]{4,60})/),
    company: subdomain,
    data: ({ hostname }, _company, id) => `https://${hostname}/postings.json#${id}`,
  },
  {
    name: "join",
    label: "Join.com",
    hosts: /^join\.com$/,
    id: inPath(/\/jobs\/(\d{4,})/),
    company: inPath(/\/companies\/([^/]{1,100})/),
  },
  {
    name: "eightfold",
    label: "Eightfold",
    hosts: /\.eightfold\.ai$/,
    id: (at) => inPath(/\/job\/(\d{6,})/)(at) ?? at.searchParams.get("pid") ?? undefined,
    company: subdomain,
  },
  {
    name: "gem",
    label: "Gem",
    hosts: /^jobs\.gem\.com$/,
    id: inPath(/^\/[^/]{1,100}\/([\w-]{6,80})/),
    company: firstPart,
  },
  {
    name: "governmentjobs",
    label: "NeoGov",
    hosts: /(?:^|\.)governmentjobs\.com$/,
    id: inPath(/\/jobs\/(\d{4,})/),
  },
  {
    name: "oracle",
    label: "Oracle Recruiting",
    hosts: /\.oraclecloud\.com$/,
    id: inPath(/\/sites\/[^/]{1,60}\/job\/(\w{2,30})/),
    data: (at, _company, id) => {
      const site = inPath(/\/sites\/([^/]{1,60})\//)(at);
      const finder = `ById;Id="${id}",siteNumber=${site}`;
      return `${at.origin}/hcmRestApi/resources/latest/recruitingCEJobRequisitionDetails?expand=all&onlyData=true&finder=${encodeURIComponent(finder)}`;
    },
  },
];

/** The board that an address is of, and the id of the one posting that it names, if any. */
export function boardOf(at: URL): { board: BoardAddress; id: string | undefined } | undefined {
  const host = at.hostname.toLowerCase();
  let ofHost: BoardAddress | undefined;
  for (const known of boards) {
    if (known.hosts && !known.hosts.test(host)) continue;
    const board = boardAddresses.find(({ name }) => name === known.name);
    const id = known.id(at);
    if (board && id) return { board, id: asWritten(at, id.split("/").at(-1) ?? id) };
    if (known.hosts) ofHost ??= board;
  }
  const own = boardAddresses.find(({ hosts }) => hosts?.test(host));
  const board = own ?? ofHost;
  return board && { board, id: own?.id?.(at) };
}

/** Matching compares ids in lower case; boards want them as they stand in the address. */
function asWritten(at: URL, id: string): string {
  const start = at.href.toLowerCase().lastIndexOf(id.toLowerCase());
  return start < 0 ? id : at.href.slice(start, start + id.length);
}
