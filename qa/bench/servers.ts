import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { freePort } from "../../scripts/free-port.ts";
import { memoryMb } from "../serving/server.ts";

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

const maxStartMs = 60_000;
const pollMs = 20;

/** The command that starts Foothold from its build, without checking that the build is current. */
export const foothold = ["node", "--import", "./scripts/hooks.mjs", "server/main.ts"];

export type Server = Awaited<ReturnType<typeof serve>>;

/** Starts a server on a port of its own and resolves once it answers; it ends with this process at the latest. */
export async function serve(command: string[], env: Record<string, string>, path = "/") {
  const port = await freePort();
  const began = performance.now();
  const [file = "", ...args] = command.map((word) => word.replace("PORT", String(port)));
  const child = spawn(file === "node" ? process.execPath : file, args, {
    env: { ...process.env, NODE_ENV: "production", ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  running.add(child);
  const address = `http://127.0.0.1:${port}`;
  while (performance.now() - began < maxStartMs) {
    const response = await fetch(address + path).catch(() => null);
    if (response) return { address, startMs: performance.now() - began, ...handles(child) };
    await setTimeout(pollMs);
  }
  throw new Error(`${command.join(" ")} does not answer.`);
}

function handles(child: ChildProcess) {
  return {
    /** resident memory; NaN where the system does not say */
    memoryMb: () => memoryMb(child.pid),
    /** CPU time used so far, to the nanosecond (/proc/PID/stat counts hundredths of a second); NaN as above */
    cpuMs: () => {
      try {
        const threads = `/proc/${child.pid}/task`;
        const usedNs = readdirSync(threads).map((thread) =>
          Number(readFileSync(`${threads}/${thread}/schedstat`, "utf8").split(" ")[0]),
        );
        return usedNs.reduce((a, b) => a + b, 0) / 1e6;
      } catch {
        return Number.NaN;
      }
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
      running.delete(child);
    },
  };
}
