import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browser.ts";
import { build } from "./build.ts";
import { CliError } from "./cli-error.mjs";
import { run } from "./command.mjs";
import { ensureMailServer } from "./mail-server.ts";

export type Count = { passed: number; failed: number; skipped: number };

/** One heading of the test run. `check` gives what it counted, or only whether it passed. */
export type Suite = { name: string; quick: boolean; check: (scratch: string) => Promise<Count> };

const one = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

const command = (name: string, line: string): Suite => ({
  name,
  quick: true,
  check: async () => {
    const [program = "", ...args] = line.split(" ");
    return one((await run(program, args)).code === 0);
  },
});

/** What a runner counted; one failed where it ended badly without saying so. */
function counted(code: number, report: Count | undefined): Count {
  const count = report ?? { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function readJson(path: string): Record<string, unknown> | undefined {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}

async function unit(scratch: string): Promise<Count> {
  await ensureMailServer();
  const path = join(scratch, "unit.json");
  const { code } = await run("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${path}`,
  ]);
  const report = readJson(path);
  return counted(
    code,
    report && {
      passed: Number(report.numPassedTests),
      failed: Number(report.numFailedTests),
      skipped: Number(report.numPendingTests) + Number(report.numTodoTests),
    },
  );
}

let built = false;

async function production(): Promise<Count> {
  await build();
  built = true;
  return one(true);
}

const browser = (scratch: string) => playwright(scratch, "browser", []);

// What the documented API's clients know, on the other driver.
const contract = (scratch: string) =>
  playwright(scratch, "contract", ["e2e/contract.spec.ts"], { DATABASE_DRIVER: "libsql" });

async function playwright(
  scratch: string,
  name: string,
  files: readonly string[],
  more: Record<string, string> = {},
): Promise<Count> {
  if (!built) throw new CliError("Not run, since there is no build to run it on.");
  const path = join(scratch, `${name}.json`);
  const env = {
    ...process.env,
    ...more,
    CHROMIUM_PATH: await ensureBrowser(),
    PLAYWRIGHT_JSON_OUTPUT_FILE: path,
  };
  const args = ["test", ...files, "--pass-with-no-tests", "--reporter=list,json"];
  const { code } = await run("playwright", args, { env });
  const stats = readJson(path)?.stats as Record<string, number> | undefined;
  return counted(
    code,
    stats && {
      passed: Number(stats.expected) + Number(stats.flaky),
      failed: Number(stats.unexpected),
      skipped: Number(stats.skipped),
    },
  );
}

// The Dockerfile's last stage on the build that is there; `npm run test:container` carries all of it out.
async function standalone(): Promise<Count> {
  if (!built) throw new CliError("Not run, since there is no build to run it on.");
  return one(
    (await run("node", ["scripts/run.mjs", "../qa/container/run.ts", "--built"])).code === 0,
  );
}

// Several processes, stops under load, logs and figures, sizes: on the build that is there.
async function serving(scratch: string): Promise<Count> {
  if (!built) throw new CliError("Not run, since there is no build to run it on.");
  const path = join(scratch, "serving.json");
  const { code } = await run("node", ["scripts/run.mjs", "../qa/serving/run.ts", "", path]);
  return counted(code, readJson(path) as Count | undefined);
}

/** All that must hold, in the order it runs; the quick ones need no build. */
export const suites: readonly Suite[] = [
  command("Format and lint", "biome check ."),
  // Made anew each time, so the client's types cannot be older than the API.
  command("Client types", "node --conditions=react-server scripts/api-types.ts"),
  command("Types", "tsc --noEmit"),
  command("Structure", "node scripts/structure.ts"),
  command("Nothing unused", "knip"),
  command("Known vulnerabilities", "node scripts/audit.ts"),
  { name: "Unit and API", quick: true, check: unit },
  { name: "Build", quick: false, check: production },
  { name: "Standalone", quick: false, check: standalone },
  { name: "Serving", quick: false, check: serving },
  { name: "Browser", quick: false, check: browser },
  { name: "Contract on libSQL", quick: false, check: contract },
];
