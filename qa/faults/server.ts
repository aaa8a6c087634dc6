import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/free-port.ts";

export type Server = {
  base: string;
  port: number;
  process: ChildProcess;
  /** all that it wrote so far */
  written: () => string;
  /** ends it as the kernel would, without a word to it; done once it is gone */
  kill: () => Promise<void>;
  /** asks it to stop, as Ctrl+C does */
  stop: () => Promise<number | null>;
};

type Wanted = {
  folder: string;
  env?: Record<string, string>;
  /** what Node itself is told */
  node?: string[];
  /** before Node: a tracer, say */
  before?: string[];
};

const running = new Set<ChildProcess>();
const folders = new Set<string>();
const mounts = new Set<string>();

/** A folder that goes away with the run. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "foothold-fault-"));
  folders.add(folder);
  return folder;
}

/** A small disk of its own in memory; undefined where this account may not mount one. */
export function smallDisk(megabytes: number): string | undefined {
  const folder = scratch();
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

/** Ends what is still running and removes what was made. */
export async function tidy(): Promise<void> {
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

/** The environment of a server that keeps its data in `folder`. */
const environment = (folder: string, port: number) => ({
  ...process.env,
  HOST: "127.0.0.1",
  PORT: String(port),
  DATABASE_URL: `file:${join(folder, "foothold.db")}`,
  AUTH_SECRET: "a secret that only the fault scripts use",
  JWT_SECRET: "",
  PUBLIC_URL: "",
  NEXTAUTH_URL: "",
  RATE_LIMITS: "off",
  SIGN_UP: "open",
});

/** Starts the production build on a port of its own; done once it can serve. Throws what it wrote where it ended instead. */
export async function start(wanted: Wanted): Promise<Server> {
  const { server, ended } = await launch(wanted);
  const until = Date.now() + 60_000;
  for (;;) {
    const answer = await Promise.race([
      ended.then(() => "ended" as const),
      fetch(`${server.base}/api/health/ready`).then(
        ({ status }) => status,
        () => 0,
      ),
    ]);
    if (answer === 200) return server;
    if (answer === "ended" || Date.now() > until) throw new Error(`no start: ${server.written()}`);
    await new Promise((later) => setTimeout(later, 50));
  }
}

/** Starts it and waits until it ends by itself: for starts that must be refused. */
export async function refusedStart(
  wanted: Wanted,
): Promise<{ code: number | null; written: string }> {
  const { server, ended } = await launch(wanted);
  const timer = setTimeout(() => server.process.kill("SIGKILL"), 60_000);
  const code = await ended;
  clearTimeout(timer);
  return { code, written: server.written() };
}

/** Starts it without waiting for anything. */
export async function launch({ folder, env = {}, node = [], before = [] }: Wanted) {
  const port = await freePort();
  const [program = process.execPath, ...args] = [
    ...before,
    process.execPath,
    "--import",
    "./scripts/hooks.mjs",
    ...node,
    "scripts/start.ts",
  ];
  const child = spawn(program, args, { env: { ...environment(folder, port), ...env } });
  running.add(child);
  let written = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      written = (written + text).slice(-20_000);
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.on("exit", (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  const server: Server = {
    base: `http://127.0.0.1:${port}`,
    port,
    process: child,
    written: () => written,
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
