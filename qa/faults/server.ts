import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { freePort } from "../../scripts/free-port.ts";

export type Server = {
  address: string;
  port: number;
  process: ChildProcess;
  /** the last 20,000 characters that it printed */
  output: () => string;
  /** SIGKILL; resolves once the process is gone */
  kill: () => Promise<void>;
  /** SIGTERM, as Ctrl+C or a service manager sends it; gives the exit code */
  stop: () => Promise<number | null>;
};

type StartOptions = {
  folder: string;
  env?: Record<string, string>;
  nodeArgs?: string[];
};

const startTimeoutMs = 60_000;
const maxOutput = 20_000;
const running = new Set<ChildProcess>();
const folders = new Set<string>();
const mounts = new Set<string>();

/** A temporary folder that `cleanUp` removes. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "foothold-fault-"));
  folders.add(folder);
  return folder;
}

/** A folder on a small disk in memory; undefined where this account may not mount one. */
export function smallDisk(megabytes: number): string | undefined {
  const folder = scratchFolder();
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], {
      stdio: "ignore",
    });
  } catch {
    return undefined;
  }
  mounts.add(folder);
  return folder;
}

/** Kills the servers that still run, and removes folders and mounts. */
export async function cleanUp(): Promise<void> {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
  for (const folder of mounts) execFileSync("umount", ["-l", folder]);
  mounts.clear();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  folders.clear();
}

process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts the production build on a free port; resolves once it is ready. Throws its output where it ends instead. */
export async function start(options: StartOptions): Promise<Server> {
  const { server, ended } = await launch(options);
  const until = Date.now() + startTimeoutMs;
  for (;;) {
    const result = await Promise.race([
      ended.then(() => "ended" as const),
      fetch(`${server.address}/api/health/ready`).then(
        ({ status }) => status,
        () => 0,
      ),
    ]);
    if (result === 200) return server;
    if (result === "ended" || Date.now() > until) throw new Error(`no start: ${server.output()}`);
    await setTimeout(50);
  }
}

/** Starts a server that must refuse to start, and waits until it has ended. */
export async function refusedStart(
  options: StartOptions,
): Promise<{ code: number | null; output: string }> {
  const { server, ended } = await launch(options);
  const timeout = new AbortController();
  void setTimeout(startTimeoutMs, undefined, timeout).then(server.kill, () => {});
  const code = await ended;
  timeout.abort();
  return { code, output: server.output() };
}

/** Starts a server without waiting until it is ready. */
export async function launch({ folder, env = {}, nodeArgs = [] }: StartOptions) {
  const port = await freePort();
  const args = ["--import", "./scripts/hooks.mjs", ...nodeArgs, "scripts/start.ts"];
  const settings = {
    HOST: "127.0.0.1",
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, "foothold.db")}`,
    AUTH_SECRET: "a secret that only the fault scripts use",
    JWT_SECRET: "",
    PUBLIC_URL: "",
    NEXTAUTH_URL: "",
    RATE_LIMITS: "off",
    SIGN_UP: "open",
  };
  const child = spawn(process.execPath, args, { env: { ...process.env, ...settings, ...env } });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output = (output + text).slice(-maxOutput);
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.on("exit", (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const server: Server = {
    address: `http://127.0.0.1:${port}`,
    port,
    process: child,
    output: () => output,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
    stop: async () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
  return { server, ended };
}
