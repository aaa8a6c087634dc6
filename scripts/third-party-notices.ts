import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Licences that may be combined with AGPL-3.0-or-later and shipped with it. */
const allowed = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC-BY-4.0",
  "CC0-1.0",
  "ISC",
  "LGPL-3.0-or-later",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
  "Unlicense",
  "Zlib",
]);

export type LockedPackage = {
  version?: string;
  license?: string;
  dev?: boolean;
  /** for one platform, or not needed: installed or not */
  optional?: boolean;
};

/** Whether an SPDX expression of AND and OR can be met by licences of the list. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/[()]/g, " ").trim();
  if (/ OR /.test(plain)) return plain.split(" OR ").some(isAllowed);
  return plain.split(" AND ").every((licence) => allowed.has(licence.trim()));
}

/** The packages of a lock file that are shipped, by folder. */
export const shippedPackages = (packages: Record<string, LockedPackage>) =>
  Object.entries(packages)
    .filter(([folder, { dev }]) => folder !== "" && !dev)
    .sort(([a], [b]) => (a < b ? -1 : 1));

const licenceFile = /^(licen[cs]e|copying|notice|copyright|unlicense)/i;

/** The licence texts in a folder; what Next bundles has its own below it. */
const textsIn = (folder: string): string[] =>
  globSync([join(folder, "*"), join(folder, "dist/compiled/*/*")], { withFileTypes: true })
    .filter((entry) => entry.isFile() && licenceFile.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
    .map((text) =>
      text
        .split(/\r\n?|\n/)
        .map((line) => line.trimEnd())
        .join("\n")
        .trim(),
    )
    .filter((text) => text.length > 0)
    .sort();

/** The name of a package by its folder. */
export const nameOf = (folder: string) => folder.slice(folder.lastIndexOf("node_modules/") + 13);

/** The notices as Markdown; optional packages without texts, since what is installed of them depends on the machine. */
export function noticesOf(packages: Record<string, LockedPackage>): string {
  const bare: string[] = [];
  const byText = new Map<string, string[]>();
  for (const [folder, { version, license = "", optional }] of shippedPackages(packages)) {
    const name = `${nameOf(folder)} ${version} (${license})`;
    const texts = optional ? [] : textsIn(folder);
    if (texts.length === 0) bare.push(name);
    for (const text of new Set(texts)) byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  const sections = [...byText]
    .map(([text, names]) => ({ text, names: [...new Set(names)].sort() }))
    .sort((a, b) => (`${a.names[0]}${a.text}` < `${b.names[0]}${b.text}` ? -1 : 1))
    .map(({ text, names }) => `## ${names.join(", ")}\n\n${fenced(text)}\n`);
  return [
    "# Third-party notices\n",
    "Foothold is licensed under the AGPL-3.0-or-later (LICENSE). It ships with these packages, each under its own licence.",
    "Made by `npm run notices` from the lock file.\n",
    ...sections,
    "## Packages without a licence text of their own, and those for one platform\n",
    ...[...new Set(bare)].sort().map((name) => `- ${name}`),
    "",
  ].join("\n");
}

const fenced = (text: string) => `\`\`\`\`text\n${text}\n\`\`\`\``;
