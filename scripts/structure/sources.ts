import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** One import, or re-export, of another module. */
export type Import = { specifier: string; typeOnly: boolean; target?: string };

export type Source = {
  /** relative to the root, with slashes */
  path: string;
  lines: number;
  imports: Import[];
  directive?: string;
  comments: string[];
  hasAny: boolean;
  exportsAll: boolean;
  /** paths of ours at the root of the host, in raw links and requests */
  rawPaths: string[];
};

type Text = { type: string; value?: unknown; quasis?: { value: { raw: string } }[] };

const patterns = [
  "{app,components,lib,db,server,scripts,e2e,qa,src}/**/*.{ts,tsx,mjs}",
  "extension/{*,popup/*,entrypoints/**/*}.ts",
  "*.{ts,tsx,mjs}",
];
const generated = /^next-env\.d\.ts$/;

/** Every module of the project under `root`, parsed; tests and scripts too. */
export function readSources(root: string): Source[] {
  return globSync(patterns, { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => !generated.test(path))
    .sort()
    .map((path) => readSource(root, path));
}

function readSource(root: string, path: string): Source {
  const text = readFileSync(join(root, path), "utf8");
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const source: Source = {
    path,
    lines: text.split("\n").length - 1,
    imports: [],
    comments: comments.map((comment) => comment.value),
    hasAny: false,
    exportsAll: false,
    rawPaths: [],
  };
  const add = (specifier: string, typeOnly: boolean) =>
    source.imports.push({ specifier, typeOnly, target: resolve(path, specifier) });
  const first = program.body[0];
  if (first?.type === "ExpressionStatement" && first.directive) source.directive = first.directive;

  const addPath = (node: Text) => {
    const begin = node.type === "TemplateLiteral" ? node.quasis?.[0]?.value.raw : node.value;
    if (typeof begin === "string" && begin.startsWith("/")) source.rawPaths.push(begin);
  };

  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node.importKind === "type"),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node.source.value, node.exportKind === "type");
    },
    ExportAllDeclaration: (node) => {
      source.exportsAll = true;
      add(node.source.value, node.exportKind === "type");
    },
    ImportExpression: (node) => {
      if (node.source.type === "Literal") add(String(node.source.value), false);
    },
    TSImportType: (node) => add(node.source.value, true),
    JSXOpeningElement: ({ name, attributes }) => {
      const place =
        name.type === "JSXIdentifier" ? { a: "href", form: "action" }[name.name] : undefined;
      for (const each of place ? attributes : []) {
        if (each.type !== "JSXAttribute" || each.name.name !== place || !each.value) continue;
        addPath(each.value.type === "JSXExpressionContainer" ? each.value.expression : each.value);
      }
    },
    CallExpression: ({ callee, arguments: [address] }) => {
      if (callee.type === "Identifier" && callee.name === "fetch" && address) addPath(address);
    },
    TSAnyKeyword: () => {
      source.hasAny = true;
    },
  }).visit(program);
  return source;
}

// A path under the root, for what is ours; undefined for a package.
function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return undefined;
  return join(dirname(from), specifier).replaceAll("\\", "/");
}

/** Whether what an import names is there as it is written, extension included. */
export const isThere = (root: string, target: string) => existsSync(join(root, target));
