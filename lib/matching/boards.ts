type Board = {
  name: string;
  /** hosts that are the board's; without any, what is read counts on every host */
  hosts?: RegExp;
  /** the id of the one posting that an address names, unique on the board */
  id: (at: URL) => string | undefined;
};

const uuid = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;

const uuidInPath: Board["id"] = ({ pathname }) => uuid.exec(pathname)?.[0].toLowerCase();

const inPath =
  (pattern: RegExp) =>
  ({ pathname }: URL) =>
    pattern.exec(pathname)?.slice(1).filter(Boolean).join("/").toLowerCase();

const inQuery =
  (...names: string[]) =>
  ({ searchParams }: URL) =>
    names.map((name) => searchParams.get(name)?.toLowerCase()).find(Boolean);

const either =
  (...reads: Board["id"][]) =>
  (at: URL) =>
    reads.reduce<string | undefined>((found, read) => found || read(at), undefined);

/** The first label of a host and what is read in the path: ids that count up in each company's own account. */
const inAccount = (pattern: RegExp) => (at: URL) => {
  const id = inPath(pattern)(at);
  return id && `${at.hostname.split(".")[0]}/${id}`;
};

// The number of a requisition; Workday counts its repetitions behind it ("_R-1234-1").
const workday: Board["id"] = ({ hostname, pathname }) => {
  const last =
    pathname
      .replace(/\/apply(\/\w{1,40})?$/i, "")
      .split("/")
      .at(-1) ?? "";
  const id = last.split("_").at(-1)?.toUpperCase() ?? "";
  const account = hostname.endsWith("myworkdaysite.com")
    ? pathname.split("/").find((part, at, all) => all[at - 1] === "recruiting" && part)
    : hostname.split(".")[0];
  return /\d{3}/.test(id) ? `${account}/${id.replace(/(\d{4})-\d{1,2}$/, "$1")}` : undefined;
};

/** How boards name a posting in its address; those without hosts are read wherever a company embeds the board. */
export const boards: readonly Board[] = [
  {
    name: "linkedin",
    hosts: /(^|\.)linkedin\.com$/,
    id: either(inPath(/\/jobs\/view\/(?:[^/]{0,400}-)?(\d{6,})/), inQuery("currentJobId", "jobId")),
  },
  { name: "indeed", hosts: /(^|\.)indeed\.[a-z]{2,3}(\.[a-z]{2})?$/, id: inQuery("jk", "vjk") },
  {
    name: "greenhouse",
    hosts: /(^|\.)greenhouse\.io$/,
    id: either(inPath(/\/jobs\/(\d+)/), inQuery("token", "gh_jid")),
  },
  { name: "greenhouse", id: inQuery("gh_jid") },
  { name: "lever", hosts: /(^|\.)lever\.co$/, id: uuidInPath },
  { name: "ashby", hosts: /(^|\.)ashbyhq\.com$/, id: uuidInPath },
  { name: "ashby", id: inQuery("ashby_jid") },
  { name: "workday", hosts: /(^|\.)(myworkdayjobs|myworkdaysite)\.com$/, id: workday },
  {
    name: "smartrecruiters",
    hosts: /(^|\.)smartrecruiters\.com$/,
    id: either(inPath(/\/(\d{9,})(?:-|\/|$)/), uuidInPath),
  },
  {
    name: "stepstone",
    hosts: /(^|\.)stepstone\.[a-z]{2,3}$/,
    id: either(inPath(/--(\d{5,})(?:-inline)?(?:\.html)?$/), inQuery("offerId", "jobId")),
  },
  { name: "xing", hosts: /(^|\.)xing\.com$/, id: inPath(/-(\d{5,})$/) },
  { name: "workable", hosts: /(^|\.)workable\.com$/, id: inPath(/\/(?:j|jobs)\/([\dA-Za-z]{6,})/) },
  {
    name: "glassdoor",
    hosts: /(^|\.)glassdoor\.[a-z]{2,3}(\.[a-z]{2})?$/,
    id: inQuery("jl", "jobListingId"),
  },
  { name: "dice", hosts: /(^|\.)dice\.com$/, id: uuidInPath },
  {
    name: "jobvite",
    hosts: /(^|\.)jobvite\.com$/,
    id: either(inPath(/\/job\/(\w{6,})/), inQuery("jvi")),
  },
  { name: "icims", hosts: /(^|\.)icims\.com$/, id: inAccount(/\/jobs\/(\d+)/) },
  {
    name: "bamboohr",
    hosts: /(^|\.)bamboohr\.com$/,
    id: either(inAccount(/\/careers\/(\d+)/), inQuery("id")),
  },
  { name: "breezy", hosts: /(^|\.)breezy\.hr$/, id: inPath(/\/p\/([\da-f]{8,})/) },
  { name: "personio", hosts: /\.jobs\.personio\.(de|com)$/, id: inAccount(/\/job\/(\d+)/) },
  { name: "teamtailor", hosts: /(^|\.)teamtailor\.com$/, id: inPath(/\/jobs\/(\d+)/) },
  { name: "recruitee", hosts: /(^|\.)recruitee\.com$/, id: inAccount(/\/o\/([^/]{1,200})/) },
];
