import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** What starts Foothold from its build, without looking whether that is stale. */
export const foothold = ["node", "--import", "./scripts/hooks.mjs", "server/main.ts"];

export type Server = Awaited<ReturnType<typeof serve>>;

/** Starts a server on a port of its own and gives its address once it answers; it ends with this process. */
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
  for (let tries = 0; tries < 3_000; tries++) {
    const answer = await fetch(address + path).catch(() => null);
    if (answer) return { address, ready: performance.now() - began, ...handles(child) };
    await setTimeout(20);
  }
  throw new Error(`${command.join(" ")} does not answer.`);
}

function handles(child: ChildProcess) {
  return {
    /** megabytes of memory that it has now, where the system says so */
    memory: () => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
        return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
      } catch {
        return Number.NaN;
      }
    },
    /** milliseconds of the processor's time that it has used, where the system says so */
    work: () => {
      try {
        const threads = `/proc/${child.pid}/task`;
        const used = readdirSync(threads).map((thread) =>
          Number(readFileSync(`${threads}/${thread}/schedstat`, "utf8").split(" ")[0]),
        );
        // In nanoseconds; what the kernel says of the whole process is in hundredths of a second.
        return used.reduce((a, b) => a + b, 0) / 1e6;
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
