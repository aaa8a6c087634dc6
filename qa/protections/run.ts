// npm run protections: takes one protection after the other out of a copy of the source, and watches whether
// the test that stands for it turns red.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { CliError } from "../../scripts/cli-error.mjs";
import { run } from "../../scripts/command.mjs";
import { type Protection, protections } from "./list.ts";

const copy = mkdtempSync(join(tmpdir(), "foothold-protections-"));
process.on("exit", () => rmSync(copy, { recursive: true, force: true }));
const leftOut = /^(node_modules|\.next.*|\.git|data|test-results)$/;
cpSync(".", copy, { recursive: true, filter: (path) => !leftOut.test(path) });
symlinkSync(resolve("node_modules"), join(copy, "node_modules"), "dir");

const wanted = process.argv.slice(2).join(" ");
const chosen = protections.filter(({ what }) => what.includes(wanted));
// Told before anything is run, since an edit that finds nothing would prove nothing.
const sources = chosen.map((protection) => [protection, taken(protection)] as const);

let wrong = 0;
const whole = await outcome([...new Set(chosen.map(({ test }) => test))], "");
if (whole.failed > 0) throw new CliError(`${whole.failed} tests fail with every protection in.`);
console.log(`${whole.passed} tests pass with every protection in. Without:\n`);

for (const [{ what, file, test, named }, without] of sources) {
  const path = join(copy, file);
  const before = readFileSync(path, "utf8");
  writeFileSync(path, without);
  const { passed, failed } = await outcome([test], named);
  writeFileSync(path, before);
  const red = failed > 0;
  if (!red) wrong += 1;
  const seen = red ? `red: ${failed} of ${passed + failed}` : "GREEN: nothing noticed";
  console.log(`${what}\n  ${file} → ${test} › ${named}\n  ${seen}`);
}
console.log(`\n${chosen.length - wrong} of ${chosen.length} protections are watched.`);
process.exit(wrong ? 1 : 0);

/** The source without the protection. Throws where its line is not there exactly once. */
function taken({ what, file, line, without }: Protection): string {
  const source = readFileSync(join(copy, file), "utf8");
  const parts = source.split(line);
  if (parts.length === 2) return parts.join(without);
  throw new CliError(
    `"${what}": ${file} holds its line ${parts.length - 1} times, not once. Bring qa/protections/list.ts up to date:\n  ${line}`,
  );
}

async function outcome(
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
  // A file that does not even load counts as one that fails.
  return { passed: numPassedTests, failed: success ? 0 : Math.max(1, numFailedTests) };
}
