// Builds Foothold for a path and uses it there: behind nginx and Caddy, set up as docs/deploy.md says, and by the
// contract of the documented API. npm run test:subpath [-- --all]: with --all by every browser test.
// The build that is here afterwards is for that path; the next `npm start` builds anew.
import { equal } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { browserTests, contractTests } from "../../scripts/browser-tests.ts";
import { build } from "../../scripts/build.ts";
import { installPackages } from "../../scripts/packages.ts";
import type { Count } from "../../scripts/test-reports.ts";
import { newDatabase, startServer } from "../serving/server.ts";
import { journey } from "./journey.ts";
import { plainNext } from "./plain-next.ts";
import { caddy, nginx, type RunningProxy } from "./proxies.ts";

const base = "/foothold";
const isWhole = process.argv.includes("--all");
// An address in .env may name another path.
Object.assign(process.env, { BASE_PATH: base, PUBLIC_URL: "", NEXTAUTH_URL: "" });
const scratch = mkdtempSync(join(tmpdir(), "foothold-subpath-"));
process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));

await build();
await installPackages("nginx-light", "caddy");
const results: [string, Count][] = [
  [`Below ${base} behind nginx`, await counted(() => tryBehind(nginx))],
  [`Below ${base} behind Caddy`, await counted(() => tryBehind(caddy))],
  [`Below ${base} by Next's own server`, await counted(() => plainNext(base))],
  isWhole
    ? [`Browser and contract below ${base}`, await browserTests(scratch)]
    : [`Contract below ${base}`, await contractTests(scratch)],
];

const sum = (key: "passed" | "failed") =>
  results.reduce((total, [, count]) => total + count[key], 0);
console.log("");
for (const [name, { passed, failed, skipped, failures = [] }] of results) {
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  for (const failure of failures) console.log(`Failed: ${failure}`);
}
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);

async function counted(check: () => Promise<void>): Promise<Count> {
  const failure = await check().then(
    () => undefined,
    (error: unknown) => error ?? "failed",
  );
  if (failure) console.error(failure);
  return { passed: failure ? 0 : 1, failed: failure ? 1 : 0, skipped: 0 };
}

async function tryBehind(make: (folder: string) => Promise<RunningProxy>): Promise<void> {
  const proxy = await make(mkdtempSync(join(scratch, "proxy-")));
  const url = proxy.origin + base;
  const server = await startServer("npm start", {
    DATABASE_URL: newDatabase(),
    PUBLIC_URL: url,
    TRUST_PROXY: "on",
  });
  try {
    await proxy.start(new URL(server.address).port);
    await journey(url);
    equal((await fetch(`${server.address}/dashboard`)).status, 404);
    const errors = server.output().split("\n");
    equal(errors.filter((line) => line.includes('"level":"error"')).join("\n"), "");
  } finally {
    await proxy.stop();
    await server.stop();
  }
}
