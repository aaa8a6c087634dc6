import { spawn } from "node:child_process";

/**
 * Runs a command to its end. Gives its exit code and, where `quiet`, what it printed.
 * A signal that comes meanwhile is passed on, and ends this process once the command has stopped.
 * With `timeout` (milliseconds) it and all it started are killed when the time is up.
 * `where` is what Node's own spawn knows besides: folder and user. Rejects where the command cannot be started.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, timeout?: number, where?: { cwd?: string, uid?: number, gid?: number } }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, env = process.env, timeout, where } = {}) {
  return new Promise((resolve, reject) => {
    const detached = timeout !== undefined;
    /** @type {import("node:child_process").StdioOptions} */
    const stdio = quiet ? ["ignore", "pipe", "pipe"] : "inherit";
    const child = spawn(command, args, { ...where, env, detached, stdio });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));

    /** @param {NodeJS.Signals} signal */
    const kill = (signal) => {
      // A detached command leads a group of its own, so its children can be reached too.
      if (detached && child.pid) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    /** @type {NodeJS.Signals | undefined} */
    let stopped;
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      stopped = signal;
      kill(signal);
    };
    process.on("SIGINT", pass).on("SIGTERM", pass);
    const timer = detached ? setTimeout(kill, timeout, "SIGKILL") : undefined;
    const done = () => {
      clearTimeout(timer);
      process.off("SIGINT", pass).off("SIGTERM", pass);
    };

    child.on("error", (error) => {
      done();
      reject(error);
    });
    child.on("close", (code) => {
      done();
      if (stopped) process.exit(code ?? (stopped === "SIGINT" ? 130 : 143));
      resolve({ code: code ?? 1, output });
    });
  });
}
