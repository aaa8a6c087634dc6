// npm run faults -- NAME [--option value]: breaks something under a running Foothold and looks what is left.
import { readdirSync } from "node:fs";
import { build } from "../../scripts/build.ts";
import { CliError } from "../../scripts/cli-error.mjs";
import type { Fault } from "./fault.ts";
import { tidy } from "./server.ts";

const names = readdirSync(new URL("./cases/", import.meta.url)).map((file) =>
  file.replace(/\.ts$/, ""),
);
const [name = "", ...given] = process.argv.slice(2);
const asked = name === "all" ? names : [name];

if (!asked.every((one) => names.includes(one))) {
  throw new CliError(
    `npm run faults -- NAME, where NAME is one of: ${names.join(", ")}, or all.\nOptions shorten a run, such as --seconds 30, --rounds 10, --clients 50, --connections 500.`,
  );
}

await build();
let failed = 0;
for (const one of asked) {
  const { fault }: { fault: Fault } = await import(`./cases/${one}.ts`);
  console.log(`\n${one}: ${fault.what}`);
  const started = Date.now();
  try {
    const result = await fault.run(options(given));
    for (const [figure, value] of Object.entries(result.figures))
      console.log(`  ${figure}: ${value}`);
    for (const fault of result.faults) console.log(`  FAILED: ${fault}`);
    if (result.skipped) console.log(`  skipped: ${result.skipped}`);
    if (result.faults.length > 0) failed += 1;
  } catch (error) {
    failed += 1;
    console.log(`  FAILED: ${error instanceof Error ? error.stack : error}`);
  } finally {
    await tidy();
  }
  console.log(`  took ${Math.round((Date.now() - started) / 1000)} s`);
}
process.exit(failed ? 1 : 0);

function options(words: string[]): Record<string, number> {
  const pairs: Record<string, number> = {};
  for (let at = 0; at < words.length; at += 2) {
    const value = Number(words[at + 1]);
    const key = words[at]?.replace(/^--/, "") ?? "";
    if (!(value > 0)) throw new CliError(`--${key} takes a number.`);
    pairs[key] = value;
  }
  return pairs;
}
