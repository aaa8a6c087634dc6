// Builds Foothold for a path and uses it behind nginx and Caddy, set up as docs/deploy.md says: npm run test:subpath.
// The build that is here afterwards is for that path; the next `npm start` builds anew.
import { equal } from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../scripts/build.ts";
import { installPackages } from "../../scripts/packages.ts";
import { newDatabase, startServer } from "../serving/server.ts";
import { journey } from "./journey.ts";
import { caddy, nginx, type RunningProxy } from "./proxies.ts";

const base = "/foothold";
process.env.BASE_PATH = base;
await build();
await installPackages("nginx-light", "caddy");
let failed = 0;
for (const [name, make] of Object.entries({ nginx, caddy })) {
  const folder = mkdtempSync(join(tmpdir(), "foothold-subpath-"));
  const proxy = await make(folder);
  const failure = await tryBehind(proxy).catch((error: unknown) => error ?? "failed");
  await proxy.stop();
  rmSync(folder, { recursive: true, force: true });
  console.log(`${failure ? "✗" : "✓"} below ${base} behind ${name}`);
  if (failure) console.error(failure);
  if (failure) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);

async function tryBehind(proxy: RunningProxy): Promise<void> {
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
    await server.stop();
  }
}
