import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import { givenBasePath } from "../server/base-path.ts";
import { assemble } from "./assemble.ts";
import { CliError, explainFailure } from "./cli-error.mjs";
import { run } from "./command.mjs";

const stamp = ".next/foothold-build";

const inputs = [
  "{app,components,lib,db,public}/**",
  "{next.config,proxy,instrumentation,instrumentation-*}.ts",
  "postcss.config.*",
  "{package-lock,tsconfig}.json",
];

// 11 takes twice as long for the last two percent.
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/** Builds for production where the build is older than what it is made of. Throws CliError where it fails. */
export async function build(): Promise<void> {
  const wanted = fingerprint(givenBasePath());
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
    throw new CliError(cause ?? "The build failed; see the output above.");
  }
  await precompress(join(".next", "static"), join(".next", "brotli"));
  // Replaces Next's own standalone server, which lacks our checks and headers.
  assemble(join(".next", "standalone"));
  writeFileSync(stamp, wanted);
}

// Contents and not times, so that a checkout or a copy of the same source builds nothing.
function fingerprint(base: string): string {
  const hash = createHash("sha256").update(process.version).update(base);
  const files = globSync(inputs, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const path of files.sort()) hash.update(path).update(readFileSync(path));
  return hash.digest("hex");
}

/** Keeps the texts among a build's static files in brotli too, for the server to send as they are. */
async function precompress(from: string, to: string): Promise<void> {
  rmSync(to, { recursive: true, force: true });
  const paths = globSync("**/*.{js,css,svg,json,txt}", { cwd: from });
  await Promise.all(
    paths.map(async (path) => {
      const text = readFileSync(join(from, path));
      if (text.length < 1_024) return;
      const file = join(to, `${path}.br`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, await promisify(brotliCompress)(text, quality));
    }),
  );
}
