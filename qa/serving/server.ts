import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../scripts/free-port.ts";

const running = new Set<ChildProcess>();
const folders: string[] = [];
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The two ways to start what was built. */
export const ways = {
  "npm start": ["scripts/run.mjs", "start.ts"],
  standalone: [join(".next", "standalone", "server.js")],
} as const;

export type Running = {
  address: string;
  /** all that it has printed so far */
  said: () => string;
  /** megabytes of memory that it has now; NaN where the system does not say so */
  memory: () => number;
  /** ends it with SIGTERM, and gives its exit code */
  stop: () => Promise<number | null>;
};

/** An address for a database that is not there yet, in a folder that goes away with this process. */
export function newDatabase(): string {
  const folder = mkdtempSync(join(tmpdir(), "foothold-serving-"));
  folders.push(folder);
  return `file:${join(folder, "foothold.db")}`;
}

/** Starts a server on a port of its own. Throws, with its words, where it ends instead. */
export async function startServer(
  way: keyof typeof ways,
  settings: Record<string, string>,
): Promise<Running> {
  const port = await freePort();
  const secrets = {
    AUTH_SECRET: "a secret that only these tests use",
    PUBLIC_URL: "",
    NEXTAUTH_URL: "",
  };
  const env = { ...process.env, ...secrets, ...settings, HOST: "127.0.0.1", PORT: String(port) };
  const child = spawn("node", [...ways[way]], { env, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let said = "";
  const ready = Promise.withResolvers<void>();
  const hear = (chunk: unknown) => {
    said += chunk;
    if (said.includes("Foothold is at")) ready.resolve();
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = once(child, "exit").then(([code]) => code as number | null);
  void ended.then((code) => ready.reject(new Error(`${way} ended with ${code}: ${said}`)));
  await ready.promise;
  return {
    address: `http://127.0.0.1:${port}`,
    said: () => said,
    memory: () => {
      const path = `/proc/${child.pid}/status`;
      const status = existsSync(path) ? readFileSync(path, "utf8") : "";
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
    },
    stop: async () => {
      child.kill("SIGTERM");
      const code = await ended;
      running.delete(child);
      return code;
    },
  };
}
