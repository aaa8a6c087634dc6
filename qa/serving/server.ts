import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/free-port.ts";

const running = new Set<ChildProcess>();
const folders: string[] = [];
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The commands that start the production build. */
const startCommands = {
  "npm start": ["scripts/run.mjs", "start.ts"],
  standalone: [join(".next", "standalone", "server.js")],
} as const;

export type StartCommand = keyof typeof startCommands;

export type RunningServer = {
  address: string;
  /** everything that it has printed so far */
  output: () => string;
  /** resident memory; NaN where the system does not say */
  memoryMb: () => number;
  /** the most resident memory so far; NaN where the system does not say */
  peakMemoryMb: () => number;
  /** open files and connections; NaN where the system does not say */
  openFiles: () => number;
  /** sends SIGTERM, and gives the exit code */
  stop: () => Promise<number | null>;
};

/** The resident memory of a process; NaN where the system does not say. */
export const memoryMb = (pid: number | undefined): number => statusMb(pid, "VmRSS");

function statusMb(pid: number | undefined, name: "VmRSS" | "VmHWM"): number {
  const path = `/proc/${pid}/status`;
  const status = existsSync(path) ? readFileSync(path, "utf8") : "";
  return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024);
}

function openFiles(pid: number | undefined): number {
  const folder = `/proc/${pid}/fd`;
  return existsSync(folder) ? readdirSync(folder).length : Number.NaN;
}

/** The URL of a database that does not exist yet, in a temporary folder that is removed with this process. */
export function newDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), "foothold-serving-"));
  folders.push(folder);
  return `file:${join(folder, "foothold.db")}`;
}

/**
 * Starts a server on a free port, by a command that runs others where `within` names one. Throws its output where it
 * ends before it is ready.
 */
export async function startServer(
  command: StartCommand,
  settings: Record<string, string>,
  within: readonly string[] = [],
): Promise<RunningServer> {
  const port = await freePort();
  const secrets = {
    AUTH_SECRET: "a secret that only these tests use",
    PUBLIC_URL: "",
    NEXTAUTH_URL: "",
  };
  const env = { ...process.env, ...secrets, ...settings, HOST: "127.0.0.1", PORT: String(port) };
  const [program = "", ...args] = [...within, "node", ...startCommands[command]];
  const child = spawn(program, args, {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let output = "";
  const ready = Promise.withResolvers<void>();
  const append = (chunk: unknown) => {
    output += chunk;
    if (output.includes("Foothold is at")) ready.resolve();
  };
  child.stdout.on("data", append);
  child.stderr.on("data", append);
  const ended = once(child, "exit").then(([code]) => code as number | null);
  void ended.then((code) => ready.reject(new Error(`${command} ended with ${code}: ${output}`)));
  await ready.promise;
  return {
    address: `http://127.0.0.1:${port}`,
    output: () => output,
    memoryMb: () => memoryMb(child.pid),
    peakMemoryMb: () => statusMb(child.pid, "VmHWM"),
    openFiles: () => openFiles(child.pid),
    stop: async () => {
      child.kill("SIGTERM");
      const code = await ended;
      running.delete(child);
      return code;
    },
  };
}
