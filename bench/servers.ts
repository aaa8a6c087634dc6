import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";

const running: ChildProcess[] = [];
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

/** Starts a server on a port of its own and gives its address once it answers; it ends with this process. */
export async function serve(command: string[], env: Record<string, string>, path = "/") {
  const port = await freePort();
  const [file = "", ...args] = command.map((word) => word.replace("PORT", String(port)));
  const child = spawn(file, args, {
    env: { ...process.env, NODE_ENV: "production", ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  running.push(child);
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(address + path).catch(() => null);
    if (answer) return { address, pid: child.pid ?? 0 };
    await setTimeout(100);
  }
  throw new Error(`${command.join(" ")} does not answer.`);
}
