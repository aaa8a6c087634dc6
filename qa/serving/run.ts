// npm run test:serving [-- NAME]: the built server as it is run for real: several processes, stops under load,
// what it says of itself, what it sends.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { assemble } from "../../scripts/assemble.ts";
import { build } from "../../scripts/build.ts";
import { checkMemory } from "./memory.ts";
import { checkProcesses } from "./processes.ts";
import { checkSeeing } from "./seeing.ts";
import { checkSizes } from "./sizes.ts";
import { checkStopping } from "./stopping.ts";

const checks: [string, () => Promise<void>][] = [
  ["four processes write to one file", checkProcesses],
  ["npm start stops without failing a request", () => checkStopping("npm start")],
  ["the standalone build stops without failing a request", () => checkStopping("standalone")],
  ["logs, figures and traces say what happens, and no secrets", checkSeeing],
  ["what is sent is compressed", checkSizes],
  ["memory stays small and flat", checkMemory],
];

const [only = "", report] = process.argv.slice(2);
await build();
// The server's own modules are no part of what a build is made of.
assemble(join(".next", "standalone"));
let failed = 0;
const chosen = checks.filter(([name]) => name.includes(only));
for (const [name, check] of chosen) {
  const begun = Date.now();
  const error = await check().catch((thrown: unknown) => thrown ?? "failed");
  if (error) failed += 1;
  console.log(`${error ? "✗" : "✓"} ${name} (${Math.round((Date.now() - begun) / 1_000)} s)`);
  if (error) console.error(error);
}
const passed = chosen.length - failed;
if (report) writeFileSync(report, JSON.stringify({ passed, failed, skipped: 0 }));
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
