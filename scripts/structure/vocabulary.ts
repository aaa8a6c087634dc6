// The closed lists. A new name is a decision: add it here when no listed one says what the file is.

/** What a file in lib/<domain>/ may be called, besides *.test.ts. */
export const domainFiles = [
  "schema",
  "values",
  "queries",
  "commands",
  "operations",
  "actions",
  "testing",
];

/** Domains with files of their own; "x/" is a folder whose files are free. */
export const ownFiles: Record<string, readonly string[]> = {
  auth: [
    "actor",
    "bearer",
    "browser",
    "cookie",
    "credentials",
    "current",
    "limits",
    "named",
    "owned",
    "passwords",
    "pending",
    "personal",
    "proof",
    "refresh",
    "return-path",
    "sessions",
    "tokens",
  ],
  http: [
    "accept",
    "body",
    "caller",
    "client",
    "collection",
    "cors",
    "endpoint",
    "errors",
    "etag",
    "failure",
    "filters",
    "fuzz/",
    "idempotency",
    "kept",
    "limits",
    "listing",
    "openapi",
    "openapi-parts",
    "openapi-query",
    "operation",
    "paging",
    "pieces",
    "reference",
    "representation",
    "resource",
    "respond",
    "shape",
  ],
  find: ["documents", "matching", "snippet", "texts", "words"],
  postings: ["contact", "texts"],
  "second-factor": ["codes"],
  "sign-in": ["options"],
  insights: ["answers/", "csv", "kept", "pay/", "reports/", "samples", "statistics/", "testing"],
  imports: [
    "book/",
    "columns/",
    "dates/",
    "plan/",
    "representations",
    "staging/",
    "status/",
    "testing",
    "upload",
    "words/",
  ],
};

/** What belongs to no domain and lies in lib/ itself. */
export const libFiles = [
  "address",
  "answers",
  "api",
  "changed",
  "conflict",
  "dates",
  "device",
  "env",
  "errors",
  "fields",
  "flash",
  "flash-cookie",
  "forms",
  "later",
  "pages",
  "rich-text",
  "rich-text-plain",
  "search",
  "secrets",
  "security-log",
  "testing",
  "time-zones",
];

/** The layers, and what each may import. Whatever else lies at the root starts the server. */
export const layers: Record<string, readonly string[]> = {
  app: ["app", "components", "lib"],
  components: ["components", "lib"],
  lib: ["lib", "db"],
  db: ["db"],
  root: ["root", "lib", "db"],
  scripts: ["scripts", "components", "lib", "db"],
  bench: ["bench", "scripts", "components", "lib", "db"],
  e2e: ["e2e", "scripts", "components", "lib", "db"],
};

/** The most lines a file may have: the first that fits its path counts. */
export const lineLimits: readonly (readonly [RegExp, number])[] = [
  [/\.test\.tsx?$|\.spec\.ts$|^e2e\/api-types\.d\.ts$/, Number.POSITIVE_INFINITY],
  [/^app\/api\/.*\/route\.ts$/, 20],
  [/^app\/(.*\/)?(page|layout|route)\.tsx?$/, 120],
  // One list of tables, read as a list.
  [/^db\/schema\.ts$/, 400],
  [/./, 250],
];
