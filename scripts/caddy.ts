import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CliError } from "./cli-error.mjs";
import { run } from "./command.mjs";
import { freePort } from "./free-port.ts";
import { installPackages } from "./packages.ts";

export type Caddy = {
  url: string;
  /** Has it pass requests on to this port of this machine. */
  start: (port: number) => Promise<void>;
  stop: () => Promise<void>;
};

/** A Caddy with deploy/Caddyfile, for an address of this machine that it certifies itself; not started yet. */
export async function prepareCaddy(folder: string): Promise<Caddy> {
  await ensureCaddy();
  const url = `https://localhost:${await freePort()}`;
  const file = join(folder, "Caddyfile");
  const all = ["admin off", "skip_install_trust", "auto_https disable_redirects"];
  const global = [...all, `storage file_system ${join(folder, "caddy")}`].join("\n\t");
  let ended = Promise.resolve();
  let end = () => {};
  return {
    url,
    start: async (port) => {
      const ours = readFileSync("deploy/Caddyfile", "utf8")
        .replace("jobs.example.org", url)
        .replace("127.0.0.1:3000", `127.0.0.1:${port}`);
      writeFileSync(file, `{\n\t${global}\n}\n${ours}`);
      const options = ["run", "--adapter", "caddyfile", "--config", file];
      const child = spawn("caddy", options, { stdio: ["ignore", "ignore", "pipe"] });
      ended = new Promise((resolve) => child.on("close", () => resolve()));
      end = () => child.kill("SIGTERM");
      await new Promise<void>((resolve, reject) => {
        let said = "";
        child.stderr.on("data", (chunk) => {
          said += chunk;
          if (said.includes("serving initial configuration")) resolve();
        });
        void ended.then(() => reject(new Error(`Caddy did not start: ${said}`)));
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

/** Whether this machine has a Caddy. Its package starts a server at once, so only CI installs it unasked. */
export const hasCaddy = (): Promise<boolean> =>
  run("caddy", ["version"], { quiet: true }).then(
    ({ code }) => code === 0,
    () => false,
  );
