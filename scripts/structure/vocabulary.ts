/** Names that say nothing about what is in a file. */
export const vagueName =
  /^(helpers?|utils?|misc|common|shared|managers?|services?|handlers?|data|types|constants)$/;

/** Folders in lib/ whose own folders are domains: one subject each. */
export const domainGroups = ["accounts", "reports"];

/** The folders in lib/. A new one is a decision: list it here. */
export const domains = [
  ...domainGroups,
  "board",
  "bulk",
  "calendar",
  "capture",
  "comments",
  "connections",
  "companies",
  "contacts",
  "duplicates",
  "events",
  "follow-ups",
  "forms",
  "http",
  "imports",
  "interviews",
  "lists",
  "mail",
  "matching",
  "opportunities",
  "postings",
  "push",
  "records",
  "reminders",
  "runtime",
  "sample",
  "saved-views",
  "search",
  "sites",
  "tags",
  "statuses",
  "today",
  "trash",
];

/** What belongs to no domain and lies in lib/ itself. */
export const libFiles = [
  "api",
  "base-path",
  "cleanup",
  "csv",
  "dates",
  "day-value",
  "env",
  "errors",
  "fields",
  "json-text",
  "kinds",
  "redirect-below",
  "rich-text",
  "rich-text-blocks",
  "rich-text-markup",
  "rich-text-nesting",
  "rich-text-paste",
  "rich-text-plain",
  "rich-text-word-lists",
  "rich-text-words",
  "route-params",
  "secrets",
  "testing",
  "testing-cost",
  "time-zones",
  "unicode",
  "urls",
  "zone-offsets",
];

/** The layers, and what each may import. Whatever else lies at the root starts the server. */
export const layers: Record<string, readonly string[]> = {
  app: ["app", "components", "lib"],
  components: ["components", "lib"],
  // package.json says the version, once.
  lib: ["lib", "db", "package.json"],
  db: ["db"],
  root: ["root", "lib", "db"],
  // Of lib it takes types alone.
  extension: ["extension", "lib"],
  server: ["server", "scripts", "lib", "db"],
  scripts: ["scripts", "server", "components", "lib", "db"],
  // How each server action is called, e2e knows.
  qa: ["qa", "e2e", "server", "scripts", "components", "lib", "db"],
  e2e: ["e2e", "scripts", "components", "lib", "db"],
};

/** The most lines a file may have: the first that fits its path counts. */
export const lineLimits: readonly (readonly [RegExp, number])[] = [
  [/\.test\.tsx?$|\.spec\.ts$|^e2e\/api-types\.d\.ts$/, Number.POSITIVE_INFINITY],
  [/^app\/api\/.*\/route\.ts$/, 20],
  [/^app\/(.*\/)?(page|layout|route)\.tsx?$/, 125],
  [/./, 250],
];
