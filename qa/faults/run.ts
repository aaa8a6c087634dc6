// Fault injection: breaks something under a running server, and checks what is left.
// npm run faults -- NAME [--option value]
import { readdirSync } from "node:fs";
import { build } from "../../scripts/build.ts";
import { CliError } from "../../scripts/cli-error.mjs";
import type { Fault } from "./fault.ts";
import { cleanUp } from "./server.ts";

const names = readdirSync(new URL("./cases/", import.meta.url)).map((file) =>
  file.replace(/\.ts$/, ""),
);
const [wanted = "", ...rest] = process.argv.slice(2);
const chosen = wanted === "all" ? names : [wanted];

if (!chosen.every((name) => names.includes(name))) {
  throw new CliError(
    `npm run faults -- NAME, where NAME is one of: ${names.join(", ")}, or all.\nOptions shorten a run, such as --seconds 30, --rounds 10, --clients 50, --connections 500.`,
  );
}

await build();
let failed = 0;
for (const name of chosen) {
  const { fault }: { fault: Fault } = await import(`./cases/${name}.ts`);
  console.log(`\n${name}: ${fault.description}`);
  const began = Date.now();
  try {
    const { figures, failures, skipped } = await fault.run(options(rest));
    for (const [figure, value] of Object.entries(figures)) console.log(`  ${figure}: ${value}`);
    for (const failure of failures) console.log(`  FAILED: ${failure}`);
    if (skipped) console.log(`  skipped: ${skipped}`);
    if (failures.length > 0) failed += 1;
  } catch (error) {
    failed += 1;
    console.log(`  FAILED: ${error instanceof Error ? error.stack : error}`);
  } finally {
    await cleanUp();
  }
  console.log(`  took ${Math.round((Date.now() - began) / 1000)} s`);
}
process.exit(failed ? 1 : 0);

/** Reads `--name number` pairs. */
function options(args: string[]): Record<string, number> {
  const pairs: Record<string, number> = {};
  for (let at = 0; at < args.length; at += 2) {
    const value = Number(args[at + 1]);
    const name = args[at]?.replace(/^--/, "") ?? "";
    if (!(value > 0)) throw new CliError(`--${name} takes a number.`);
    pairs[name] = value;
  }
  return pairs;
}
