// Mutation testing of the security checks: removes one after the other from a copy of the source, and checks that
// its test fails. npm run protections [-- PART OF A NAME]
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CliError } from "../../scripts/cli-error.mjs";
import { run } from "../../scripts/command.mjs";
import { protections } from "./list.ts";
import type { Protection } from "./protection.ts";

const copy = mkdtempSync(join(tmpdir(), "foothold-protections-"));
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
const excluded = /^(node_modules|\.next.*|\.git|data|test-results)$/;
cpSync(".", copy, { recursive: true, filter: (path) => !excluded.test(path) });
symlinkSync(resolve("node_modules"), join(copy, "node_modules"), "dir");

const wanted = process.argv.slice(2).join(" ");
const chosen = protections.filter(({ what }) => what.includes(wanted));
// Before any test runs: a line that is not found would leave the source as it is and prove nothing.
const mutants = chosen.map((protection) => [protection, mutated(protection)] as const);

let unnoticed = 0;
const unchanged = await runTests([...new Set(chosen.map(({ test }) => test))], "");
if (unchanged.failed > 0)
  throw new CliError(`${unchanged.failed} tests fail with every protection in.`);
console.log(`${unchanged.passed} tests pass with every protection in. Without:\n`);

for (const [{ what, file, test, named }, mutant] of mutants) {
  const path = join(copy, file);
  const original = readFileSync(path, "utf8");
  writeFileSync(path, mutant);
  const { passed, failed } = await runTests([test], named);
  writeFileSync(path, original);
  const isNoticed = failed > 0;
  if (!isNoticed) unnoticed += 1;
  const result = isNoticed ? `red: ${failed} of ${passed + failed}` : "GREEN: no test fails";
  console.log(`${what}\n  ${file} → ${test} › ${named}\n  ${result}`);
}
console.log(
  `\n${chosen.length - unnoticed} of ${chosen.length} protections have a test that fails without them.`,
);
process.exit(unnoticed ? 1 : 0);

/** The source without the protection. Throws where its line is not there exactly once. */
function mutated({ what, file, line, without }: Protection): string {
  const source = readFileSync(join(copy, file), "utf8");
  const parts = source.split(line);
  if (parts.length === 2) return parts.join(without);
  throw new CliError(
    `"${what}": ${file} holds its line ${parts.length - 1} times, not once. Bring qa/protections/list.ts up to date:\n  ${line}`,
  );
}

/** Runs the tests of these files whose names contain the text. Throws where there is none. */
async function runTests(
  tests: string[],
  named: string,
): Promise<{ passed: number; failed: number }> {
  const report = join(copy, "outcome.json");
  rmSync(report, { force: true });
  const title = named ? ["-t", named.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")] : [];
  const args = ["run", ...tests, ...title, "--reporter=json", `--outputFile=${report}`];
  const env = { ...process.env, RATE_LIMITS: "", VITEST_MAX_WORKERS: "2" };
  await run("vitest", args, { quiet: true, cwd: copy, env });
  const { numPassedTests, numFailedTests, numTotalTests, success } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  if (numTotalTests === 0 || (numPassedTests + numFailedTests === 0 && success)) {
    throw new CliError(`No test of ${tests.join(", ")} is named "${named}".`);
  }
  // A test file that does not load counts as one failed test.
  return { passed: numPassedTests, failed: success ? 0 : Math.max(1, numFailedTests) };
}
