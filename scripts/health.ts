// node server.js health: exits 0 where the server on this machine can serve, for a container's health check.

import { CliError } from "./cli-error.mjs";
import { settings } from "./listen.ts";

const { host, port } = settings();
const here = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
const answer = await fetch(`http://${here}:${port}/api/health/ready`, {
  signal: AbortSignal.timeout(4_000),
}).catch(() => null);
if (!answer?.ok) {
  throw new CliError(`Foothold is not ready on port ${port}: ${answer?.status ?? "no answer"}.`);
}
