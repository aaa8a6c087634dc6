import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Runs a program to its end; its status is null if it is not installed. */
function run(program: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  return { status, output: stdout + stderr };
}

const has = (program: string) => spawnSync(program, ["--version"]).error === undefined;

test.skipIf(!has("systemd-analyze"))("systemd-analyze accepts the units", () => {
  const units = [
    "foothold.service",
    "foothold-backup.service",
    "foothold-backup.timer",
    "foothold-restore@.service",
  ];
  const { status, output } = run("systemd-analyze", "verify", ...units.map((u) => `deploy/${u}`));
  expect(output).toBe("");
  expect(status).toBe(0);
});

test.skipIf(!has("caddy"))("Caddy accepts the Caddyfile", () => {
  const { status, output } = run("caddy", "validate", "--config", "deploy/Caddyfile");
  expect(status, output).toBe(0);
});

test("the stop timeouts of Compose and systemd exceed the server's drain timeout", () => {
  const read = (path: string, pattern: RegExp) => {
    const [, number] = pattern.exec(readFileSync(path, "utf8")) ?? [];
    return Number(number?.replaceAll("_", ""));
  };
  const drainSeconds = read("server/listen.ts", /drainTimeoutMs = ([\d_]+)/) / 1_000;
  expect(read("compose.yaml", /stop_grace_period: (\d+)s/)).toBeGreaterThan(drainSeconds);
  expect(read("deploy/foothold.service", /TimeoutStopSec=(\d+)/)).toBeGreaterThan(drainSeconds);
});

test("the server's keep-alive timeout exceeds the proxy's", () => {
  const read = (path: string, pattern: RegExp) =>
    Number(pattern.exec(readFileSync(path, "utf8"))?.[1]?.replaceAll("_", ""));
  const ours = read("server/listen.ts", /keepAliveTimeout: ([\d_]+)/) / 1_000;
  expect(ours).toBeGreaterThan(read("deploy/Caddyfile", /keepalive (\d+)s/));
});
