import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkStructure } from "./check.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "structure-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function faultsOf(tree: Record<string, string>): string[] {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkStructure(root);
}

const guarded = 'import "server-only";\n';
const value = "export const value = 1;\n";

test("a tree that follows the rules has no faults", () => {
  const tree = {
    "app/page.tsx":
      'import { List } from "@/components/postings/list.tsx";\nexport default List;\n',
    "components/postings/list.tsx":
      '"use client";\nimport type { Row } from "@/lib/postings/queries.ts";\nexport const List = (row: Row) => row;\n',
    "lib/postings/queries.ts": `${guarded}import { getDb } from "../../db/client.ts";\nexport type Row = typeof getDb;\n`,
    "lib/postings/operations.ts": 'import "../sites/schema.ts";\n',
    "lib/sites/operations.ts": 'import "../postings/queries.ts";\n',
    "lib/sites/schema.ts": value,
    "lib/accounts/auth/actor.ts": value,
    "lib/imports/spreadsheet/anything.ts": value,
    "lib/postings/rules.test.ts": 'import { getDb } from "../../db/client.ts";\ngetDb;\n',
    "db/client.ts": "export const getDb = 1;\n",
    "app/layout.tsx": 'import "./globals.css";\n',
    "app/globals.css": '@layer theme, components;\n@import "../components/ui/card.css";\n',
    "components/ui/card.css":
      "/* p { */\n@layer components {\n  .card {\n    font: 500 var(--text-md) / 20px serif;\n    border-radius: 50%;\n    z-index: 0;\n  }\n}\n",
    "components/ui/tokens.css": "@theme {\n  --text-md: 14px;\n}\n@layer theme {}\n",
  };
  expect(faultsOf(tree)).toEqual([]);
});

const lines = (count: number) => "// a line\n".repeat(count);

const breaches: [string, Record<string, string>, string][] = [
  [
    "a raw link to a path of ours",
    { "components/postings/list.tsx": 'export const List = () => <a href="/postings">All</a>;\n' },
    'components/postings/list.tsx: base path: put withBase of lib/base-path.ts around "/postings", or take Link or PlainLink',
  ],
  [
    "a raw request for a path of ours",
    { "components/postings/ask.ts": "export const ask = (id: number) => fetch(`/api/x/${id}`);\n" },
    'components/postings/ask.ts: base path: put withBase of lib/base-path.ts around "/api/x/", or take Link or PlainLink',
  ],
  [
    "a redirect of an action that Next sends without the base path",
    {
      "lib/sites/actions.ts":
        '"use server";\nimport { redirect } from "next/navigation";\nredirect("/");\n',
    },
    "lib/sites/actions.ts: base path: Next forgets it here; take redirectBelow of lib/redirect-below.ts",
  ],
  [
    "lib importing components",
    { "lib/dates.ts": 'import "../components/ui/card.tsx";\n', "components/ui/card.tsx": value },
    "lib/dates.ts: layers: lib may not import components/ui/card.tsx; it may import lib, db, package.json",
  ],
  [
    "a page reaching into the database",
    { "app/page.tsx": 'import "@/db/client.ts";\n', "db/client.ts": value },
    "app/page.tsx: layers: app may not import db/client.ts; it may import app, components, lib",
  ],
  [
    "a script importing app, and only a type of it",
    {
      "scripts/x.ts": 'import type { A } from "../app/a.ts";\nexport type B = A;\n',
      "app/a.ts": value,
    },
    "scripts/x.ts: layers: scripts may not import app/a.ts; it may import scripts, server, components, lib, db",
  ],
  [
    "db importing lib, by a dynamic import",
    { "db/client.ts": 'await import("../lib/env.ts");\n', "lib/env.ts": value },
    "db/client.ts: layers: db may not import lib/env.ts; it may import db",
  ],
  [
    "a browser component loading a query",
    {
      "components/a.tsx": '"use client";\nimport "@/lib/sites/queries.ts";\n',
      "lib/sites/queries.ts": guarded,
    },
    "components/a.tsx: client: a browser may not load lib/sites/queries.ts; pass its result as props",
  ],
  [
    "an import without its extension",
    { "lib/env.ts": 'import "./dates";\n', "lib/dates.ts": value },
    'lib/env.ts: import: "./dates" is no file; write its path with the extension',
  ],
  [
    "a cycle of files",
    { "lib/env.ts": 'import "./dates.ts";\n', "lib/dates.ts": 'export { x } from "./env.ts";\n' },
    "lib/dates.ts → lib/env.ts → lib/dates.ts: cycle: move what both need to a third file",
  ],
  [
    "a cycle of files, by types alone",
    {
      "components/a.tsx": 'import { b } from "./b.tsx";\nexport type A = typeof b;\n',
      "components/b.tsx": 'import type { A } from "./a.tsx";\nexport const b = 1 as A;\n',
    },
    "components/a.tsx → components/b.tsx → components/a.tsx: cycle: move what both need to a third file",
  ],
  [
    "a cycle of domains, by types alone",
    {
      "lib/sites/schema.ts":
        'import type { A } from "../postings/values.ts";\nexport type B = A;\n',
      "lib/postings/schema.ts": 'import "../sites/values.ts";\n',
      "lib/sites/values.ts": value,
      "lib/postings/values.ts": "export type A = 1;\n",
    },
    "lib/postings → lib/sites → lib/postings: domain cycle: let one of them know nothing of the other",
  ],
  [
    "a file name that says nothing",
    { "lib/sites/manager.ts": value },
    "lib/sites/manager.ts: vague name: name it for what it does",
  ],
  [
    "a folder in lib that is not listed",
    { "lib/more/queries.ts": guarded },
    'lib/more/queries.ts: vocabulary: no folder of lib/ is called "more"; take a listed name, or list it in scripts/structure/vocabulary.ts',
  ],
  [
    "a loose file in lib that is not listed",
    { "lib/more.ts": value },
    'lib/more.ts: vocabulary: no file of lib/ itself is called "more"; take a listed name, or list it in scripts/structure/vocabulary.ts',
  ],
  [
    "an index",
    { "components/ui/index.ts": value },
    "components/ui/index.ts: no barrels: import the module itself, and remove this file",
  ],
  [
    "a barrel of another name",
    { "components/ui/all.ts": 'export * from "./card.tsx";\n', "components/ui/card.tsx": value },
    'components/ui/all.ts: no barrels: replace "export *" by importing the module itself',
  ],
  [
    "a src",
    { "components/src/a.ts": value },
    "components/src/a.ts: no src: move it to the folder of its layer",
  ],
  [
    "a src at the root",
    { "src/a.ts": value },
    "src/a.ts: no src: move it to the folder of its layer",
  ],
  [
    "helpers",
    { "components/helpers.ts": value },
    "components/helpers.ts: vague name: name it for what it does",
  ],
  [
    "a long file",
    { "components/long.ts": lines(251) },
    "components/long.ts: length: 251 lines, and 250 are allowed; split it by what it does",
  ],
  [
    "a route that does more than route",
    { "app/api/x/route.ts": lines(21) },
    "app/api/x/route.ts: length: 21 lines, and 20 are allowed; split it by what it does",
  ],
  [
    "any",
    { "lib/env.ts": "export const a = (b: any) => b;\n" },
    "lib/env.ts: no any: say the type, or take unknown and narrow it",
  ],
  [
    "a silenced type error",
    { "lib/env.ts": "// @ts-ignore because\nexport const a = 1;\n" },
    "lib/env.ts: no silencing: remove @ts-ignore and mend what it hides",
  ],
  [
    "a silenced linter",
    { "lib/env.ts": "export const a = 1; /* biome-ignore lint: no */\n" },
    "lib/env.ts: no silencing: remove biome-ignore and mend what it hides",
  ],
  [
    "commands that a browser could load",
    { "lib/sites/commands.ts": value },
    'lib/sites/commands.ts: server-only: import "server-only" first, so that no browser can load it',
  ],
  [
    "a query that knows the request",
    { "lib/sites/queries.ts": `${guarded}import "next/headers";\n` },
    "lib/sites/queries.ts: service: next/headers belongs in actions.ts or a page, not here",
  ],
  [
    "a service that knows a front",
    { "lib/sites/schema.ts": 'import "./operations.ts";\n', "lib/sites/operations.ts": value },
    "lib/sites/schema.ts: fronts: a service may not know lib/sites/operations.ts; the front calls the service",
  ],
  [
    "an action outside actions.ts",
    { "app/save.ts": '"use server";\nexport const save = async () => {};\n' },
    'app/save.ts: actions: "use server" belongs in an actions.ts',
  ],
  [
    "a style sheet that a component loads",
    { "components/a.tsx": 'import "./a.css";\n', "components/a.css": "@layer components {}\n" },
    "components/a.tsx: styles: list components/a.css in app/globals.css, or in the style sheet beside the pages that need it",
  ],
  [
    "a rule outside every layer",
    { "components/a.css": "@layer base {\n  p {\n    margin: 0;\n  }\n}\n.a {\n  margin: 0;\n}\n" },
    'components/a.css: layers: write ".a" inside an @layer, or it wins over every layer',
  ],
  [
    "a long style sheet",
    { "components/a.css": "@layer base {}\n".repeat(251) },
    "components/a.css: length: 251 lines, and 250 are allowed; split it by what it styles",
  ],
  ...["font: 500 13px", "font-size: 0.5px", "border-top-left-radius: 4px", "z-index: 5"].map(
    (raw): [string, Record<string, string>, string] => [
      `"${raw}" outside the scales`,
      { "components/a.css": `@layer base {\n  p {\n    ${raw};\n  }\n}\n` },
      `components/a.css: scales: take a token of components/ui/tokens.css for "${raw}"`,
    ],
  ),
];

test.each(breaches)("%s is a fault", (_, tree, fault) => {
  expect(faultsOf(tree)).toEqual([fault]);
});

test("words in a string are no fault", () => {
  const text = 'export const a = "// @ts-ignore any biome-ignore import x from ../app/a.ts";\n';
  expect(faultsOf({ "lib/env.ts": text })).toEqual([]);
});
