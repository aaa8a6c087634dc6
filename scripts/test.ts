// npm test [-- --quick]: runs every suite, or with --quick those that need no build, and ends with one line of counts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./command.mjs";
import { suites } from "./suites.ts";
import type { Count } from "./test-reports.ts";

const quick = process.argv.includes("--quick");
const scratch = mkdtempSync(join(tmpdir(), "foothold-test-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

// Route and style sheet types, which tsc needs and a fresh clone does not have.
await run("next", ["typegen"], { quiet: true });

const results: [string, Count][] = [];
for (const { name, check } of suites.filter((suite) => suite.quick || !quick)) {
  console.log(`\n── ${name} ──`);
  const count = await check(scratch).catch((error: unknown): Count => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  results.push([name, count]);
}

const sum = (key: "passed" | "failed") =>
  results.reduce((total, [, count]) => total + count[key], 0);
console.log("");
for (const [name, { passed, failed, skipped }] of results) {
  const notes = [failed && `${failed} failed`, skipped && `${skipped} skipped`].filter(Boolean);
  console.log([`${name}: ${passed} passed`, ...notes].join(", "));
}
// Again at the end: in a long log nobody finds them above.
for (const [name, { failed, failures }] of results) {
  const names = failures?.length ? failures : failed ? ["see above"] : [];
  for (const failure of names) console.log(`Failed: ${name}: ${failure}`);
}
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
