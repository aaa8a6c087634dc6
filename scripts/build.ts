import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assemble } from "./assemble.ts";
import { CliError, explainFailure } from "./cli-error.mjs";
import { run } from "./command.mjs";
import { precompress } from "./precompress.ts";

const stamp = ".next/foothold-build";

const inputs = [
  "{app,components,lib,db,public}/**",
  "{next.config,proxy,instrumentation,instrumentation-*}.ts",
  "postcss.config.*",
  "{package-lock,tsconfig}.json",
];

/** Builds for production where the build is older than what it is made of. Throws CliError where it fails. */
export async function build(): Promise<void> {
  const wanted = fingerprint();
  if (existsSync(".next/BUILD_ID") && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
    return;
  }
  console.error("Building. This takes a minute, after each change of the source.");
  rmSync(stamp, { force: true });
  const env = { ...process.env, NODE_ENV: "production" as const };
  const { code, output } = await run("next", ["build"], { quiet: true, env });
  if (code !== 0) {
    const cause = explainFailure(output);
    if (!cause) console.error(output.trim());
    throw new CliError(cause ?? "The build failed; its words are above.");
  }
  await precompress(join(".next", "static"), join(".next", "brotli"));
  // Next's own server there would do without our checks and headers, so it is never left.
  assemble(join(".next", "standalone"));
  writeFileSync(stamp, wanted);
}

// Contents and not times, so that a checkout or a copy of the same source builds nothing.
function fingerprint(): string {
  const hash = createHash("sha256").update(process.version);
  const files = globSync(inputs, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of files.sort()) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}
