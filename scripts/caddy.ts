import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CliError } from "./cli-error.mjs";
import { run } from "./command.mjs";
import { freePort } from "./free-port.ts";
import { installPackages } from "./packages.ts";

export type Caddy = {
  url: string;
  /** starts it as a reverse proxy for this local port */
  start: (port: number) => Promise<void>;
  stop: () => Promise<void>;
};

/** Prepares a Caddy that serves deploy/Caddyfile on a local HTTPS address, with a certificate of its own CA. */
export async function prepareCaddy(folder: string): Promise<Caddy> {
  await ensureCaddy();
  const url = `https://localhost:${await freePort()}`;
  const file = join(folder, "Caddyfile");
  const options = ["admin off", "skip_install_trust", "auto_https disable_redirects"];
  const global = [...options, `storage file_system ${join(folder, "caddy")}`].join("\n\t");
  let ended = Promise.resolve();
  let end = () => {};
  return {
    url,
    start: async (port) => {
      const config = readFileSync("deploy/Caddyfile", "utf8")
        .replace("jobs.example.org", url)
        .replace("127.0.0.1:3000", `127.0.0.1:${port}`);
      writeFileSync(file, `{\n\t${global}\n}\n${config}`);
      const args = ["run", "--adapter", "caddyfile", "--config", file];
      const child = spawn("caddy", args, { stdio: ["ignore", "ignore", "pipe"] });
      ended = new Promise((resolve) => child.on("close", () => resolve()));
      end = () => child.kill("SIGTERM");
      await new Promise<void>((resolve, reject) => {
        let log = "";
        child.stderr.on("data", (chunk) => {
          log += chunk;
          if (log.includes("serving initial configuration")) resolve();
        });
        void ended.then(() => reject(new Error(`Caddy did not start: ${log}`)));
      });
    },
    stop: () => {
      end();
      return ended;
    },
  };
}

async function ensureCaddy(): Promise<void> {
  if (await hasCaddy()) return;
  console.error("Fetching Caddy for the tests.");
  await installPackages("caddy");
  if (!(await hasCaddy())) throw new CliError("No Caddy for the tests: apt-get install caddy");
}

/** Whether Caddy is installed. Debian's package starts a server at once, so only CI installs it unasked. */
export const hasCaddy = (): Promise<boolean> =>
  run("caddy", ["version"], { quiet: true }).then(
    ({ code }) => code === 0,
    () => false,
  );
