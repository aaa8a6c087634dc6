// node scripts/release-notes.ts vX.Y.Z: prints what CHANGELOG.md says of a release. Fails where the tag is not the
// version in package.json, or the changelog has no dated section for it.
import { readFileSync } from "node:fs";

/** The section of a changelog about a version, without its heading. Throws where there is none with a day. */
export function releaseNotes(changelog: string, version: string): string {
  const [, ...sections] = changelog.split(/^## /m);
  const section = sections.find((text) => text.startsWith(`[${version}] - `));
  if (!section) throw new Error(`CHANGELOG.md has no section "## [${version}] - …".`);
  const [heading = "", ...lines] = section.split("\n");
  if (!/ - \d{4}-\d{2}-\d{2}$/.test(heading)) {
    throw new Error(
      `CHANGELOG.md has no day for ${version}: write it as "## [${version}] - YYYY-MM-DD".`,
    );
  }
  return lines.join("\n").trim();
}

function main(): void {
  const tag = process.argv[2] ?? "";
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  if (tag !== `v${version}`)
    throw new Error(`The tag ${tag} is not v${version}, the version in package.json.`);
  console.log(releaseNotes(readFileSync("CHANGELOG.md", "utf8"), version));
}

if (import.meta.main) main();
