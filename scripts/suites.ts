import { join } from "node:path";
import { browserTests, contractTests } from "./browser-tests.ts";
import { build } from "./build.ts";
import { CliError } from "./cli-error.mjs";
import { run } from "./command.mjs";
import { ensureMailServer } from "./mail-server.ts";
import { type Count, countsOf, readCount, readVitestReport } from "./test-reports.ts";

/** One section of the test run. `check` returns its counts. */
export type Suite = { name: string; quick: boolean; check: (scratch: string) => Promise<Count> };

const passIf = (ok: boolean): Count => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });

const command = (name: string, line: string): Suite => ({
  name,
  quick: true,
  check: async () => {
    const [program = "", ...args] = line.split(" ");
    return passIf((await run(program, args)).code === 0);
  },
});

async function unit(scratch: string): Promise<Count> {
  await ensureMailServer();
  const path = join(scratch, "unit.json");
  const { code } = await run("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${path}`,
  ]);
  return countsOf(code, readVitestReport(path));
}

let built = false;

async function productionBuild(): Promise<Count> {
  await build();
  built = true;
  return passIf(true);
}

function requireBuild(): void {
  if (!built) throw new CliError("Not run, since there is no build to run it on.");
}

async function browser(scratch: string): Promise<Count> {
  requireBuild();
  return browserTests(scratch);
}

// The documented API, on the other database driver.
async function contract(scratch: string): Promise<Count> {
  requireBuild();
  return contractTests(scratch, { DATABASE_DRIVER: "libsql" });
}

// The Dockerfile's last stage on the existing build; `npm run test:container` carries out all of it.
async function standalone(): Promise<Count> {
  requireBuild();
  return passIf(
    (await run("node", ["scripts/run.mjs", "../qa/container/run.ts", "--built"])).code === 0,
  );
}

// Several processes, shutdown under load, logs, metrics and compression, on the existing build.
async function serving(scratch: string): Promise<Count> {
  requireBuild();
  const path = join(scratch, "serving.json");
  const { code } = await run("node", ["scripts/run.mjs", "../qa/serving/run.ts", "", path]);
  return countsOf(code, readCount(path));
}

/** The sections of `npm test` in their order; the quick ones need no build. */
export const suites: readonly Suite[] = [
  command("Format and lint", "biome check ."),
  // Generated on each run, so that the client's types match the API.
  command("Client types", "node --conditions=react-server scripts/api-types.ts"),
  command("Types", "tsc --noEmit"),
  command("Structure", "node scripts/structure.ts"),
  command("Nothing unused", "knip"),
  command("Known vulnerabilities", "node scripts/audit.ts"),
  command("Licences", "node scripts/notices.ts --check"),
  command("Workflows", "node scripts/workflows.ts"),
  { name: "Unit and API", quick: true, check: unit },
  { name: "Build", quick: false, check: productionBuild },
  { name: "Standalone", quick: false, check: standalone },
  { name: "Serving", quick: false, check: serving },
  { name: "Browser", quick: false, check: browser },
  { name: "Contract on libSQL", quick: false, check: contract },
];
