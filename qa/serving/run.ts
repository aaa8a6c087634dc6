// Tests the production build as processes: several on one file, stops under load, logs and metrics, compression,
// upgrades, hostile requests, the largest inputs, memory. npm run test:serving [-- PART OF A NAME]
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { assemble } from "../../scripts/assemble.ts";
import { build } from "../../scripts/build.ts";
import { checkCompression } from "./compression.ts";
import { checkHostileRequests } from "./hostile.ts";
import { checkLargestInputs } from "./largest.ts";
import { checkMemory } from "./memory.ts";
import { checkNextBuild } from "./next-build.ts";
import { checkObservability } from "./observability.ts";
import { checkProcesses } from "./processes.ts";
import { checkSmallMachine } from "./small-machine.ts";
import { checkStopping } from "./stopping.ts";
import { checkDowngrade, checkUpgrades } from "./upgrades.ts";

const checks: [string, () => Promise<void>][] = [
  ["Next's build is what server/next.ts takes it for", checkNextBuild],
  ["four processes write to one file", checkProcesses],
  ["npm start stops without failing a request", () => checkStopping("npm start")],
  ["the standalone build stops without failing a request", () => checkStopping("standalone")],
  ["logs, metrics and traces are written, without secrets", checkObservability],
  ["responses are compressed", checkCompression],
  ["the data of every recorded schema is served", checkUpgrades],
  ["a newer version's data is refused, and a backup leads back", checkDowngrade],
  ["one request stops nobody", checkHostileRequests],
  ["memory stays small and flat", checkMemory],
  ["a machine with 512 MB is enough", checkSmallMachine],
];
/** Takes many minutes, so it runs only where it is asked for by its name. */
const long: typeof checks = [["the largest inputs stop nobody", checkLargestInputs]];

const [only = "", report] = process.argv.slice(2);
await build();
// `build` does not rebuild for changes of server/ alone.
assemble(join(".next", "standalone"));
const failures: string[] = [];
const chosen = [...checks, ...(only ? long : [])].filter(([name]) => name.includes(only));
for (const [name, check] of chosen) {
  const began = Date.now();
  const error = await check().catch((thrown: unknown) => thrown ?? "failed");
  if (error) failures.push(name);
  console.log(`${error ? "✗" : "✓"} ${name} (${Math.round((Date.now() - began) / 1_000)} s)`);
  if (error) console.error(error);
}
const failed = failures.length;
const passed = chosen.length - failed;
if (report) writeFileSync(report, JSON.stringify({ passed, failed, skipped: 0, failures }));
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
