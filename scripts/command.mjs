import { spawn } from "node:child_process";

/**
 * Runs a command to its end. Gives its exit code and, where `quiet`, what it printed.
 * A signal that comes meanwhile is passed on, and ends this process once the command has stopped.
 * Rejects where the command cannot be started.
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: NodeJS.ProcessEnv, timeout?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, env = process.env, timeout } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env,
      timeout,
      killSignal: "SIGKILL",
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));

    /** @type {NodeJS.Signals | undefined} */
    let stopped;
    /** @param {NodeJS.Signals} signal */
    const pass = (signal) => {
      stopped = signal;
      child.kill(signal);
    };
    process.on("SIGINT", pass).on("SIGTERM", pass);
    const done = () => process.off("SIGINT", pass).off("SIGTERM", pass);

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
