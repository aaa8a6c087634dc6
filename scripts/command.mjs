import { spawn } from "node:child_process";

/**
 * Runs a command and resolves to its exit code and, with `quiet`, its output. SIGINT and SIGTERM are forwarded;
 * this process then exits once the command has. After `timeoutMs` the command and its descendants are killed.
 * The other options are those of spawn(). Rejects if the command cannot be started.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, timeoutMs?: number, env?: NodeJS.ProcessEnv, cwd?: string, uid?: number, gid?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, timeoutMs, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const detached = timeoutMs !== undefined;
    /** @type {import("node:child_process").StdioOptions} */
    const stdio = quiet ? ["ignore", "pipe", "pipe"] : "inherit";
    const child = spawn(command, args, { ...options, detached, stdio });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));

    /** @param {NodeJS.Signals} signal */
    const kill = (signal) => {
      // A detached child leads its own process group, so the signal reaches its descendants too.
      if (detached && child.pid) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    /** @type {NodeJS.Signals | undefined} */
    let forwarded;
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      forwarded = signal;
      kill(signal);
    };
    process.on("SIGINT", forward).on("SIGTERM", forward);
    const timer = detached ? setTimeout(kill, timeoutMs, "SIGKILL") : undefined;
    const cleanUp = () => {
      clearTimeout(timer);
      process.off("SIGINT", forward).off("SIGTERM", forward);
    };

    child.on("error", (error) => {
      cleanUp();
      reject(error);
    });
    child.on("close", (code) => {
      cleanUp();
      if (forwarded) process.exit(code ?? (forwarded === "SIGINT" ? 130 : 143));
      resolve({ code: code ?? 1, output });
    });
  });
}
