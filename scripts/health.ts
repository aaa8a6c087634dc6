// node server.js health: a container's health check. Exits with 0 if the server on this machine is ready.

import { builtBasePath } from "../server/base-path.ts";
import { settings } from "../server/listen.ts";
import { CliError } from "./cli-error.mjs";

const base = builtBasePath();
const { host, port } = settings();
const localHost = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
const response = await fetch(`http://${localHost}:${port}${base}/api/health/ready`, {
  signal: AbortSignal.timeout(4_000),
}).catch(() => null);
if (!response?.ok) {
  throw new CliError(`Foothold is not ready on port ${port}: ${response?.status ?? "no answer"}.`);
}
