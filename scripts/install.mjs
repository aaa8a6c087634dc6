// Plain JavaScript without packages: it runs before anything is installed, on any Node ≥ 20.
import { existsSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { basename, join } from "node:path";
import { CliError, explainFailure } from "./cli-error.mjs";
import { run } from "./command.mjs";

const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
const include = ["--include=dev", "--include=optional"];
const hiddenLock = "node_modules/.package-lock.json";
const minFreeMb = 1_400;
const retries = [
  "--fetch-retries=3",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-maxtimeout=5000",
];

/** Installs the packages of package-lock.json unless node_modules matches it. Throws CliError if npm fails. */
export async function install() {
  if (isInstalled()) return;
  requireFreeSpace();
  console.error("Installing the locked packages. This takes a minute or two, once.");
  const { code, output } = await npm(["ci", ...flags, ...include, ...retries]);
  if (code === 0) return requireRuntime();
  const cause = explainFailure(output);
  if (!cause) console.error(output.trim());
  throw new CliError(cause ?? "npm ci could not install the packages; see the output above.");
}

// Checked first: on a full disk npm works for minutes and then reports success.
function requireFreeSpace() {
  const { bavail, bsize } = statfsSync(".");
  const freeMb = Math.floor((bavail * bsize) / 2 ** 20);
  if (freeMb >= minFreeMb) return;
  throw new CliError(
    `The disk is too full: ${freeMb} MB are free, and ${minFreeMb} MB are needed. Make room and run it again.`,
  );
}

// npm skips an optional package that it cannot fetch or unpack, and the pinned runtime is one.
async function requireRuntime() {
  const runtime = pinnedRuntime();
  if (!runtime) return;
  // A file that exists but cannot be started was built for another libc (Alpine): not a failed installation.
  const unsupported = () => ({ code: existsSync(runtime) ? 0 : 1 });
  const { code } = await run(runtime, ["--version"], { quiet: true }).catch(unsupported);
  if (code === 0) return;
  rmSync(hiddenLock, { force: true });
  throw new CliError("The packages did not arrive whole. Check the connection and run it again.");
}

/** The path of the Node that package-lock.json pins for this platform, if it has one. */
export function pinnedRuntime() {
  const { platform, arch } = process;
  const os = platform === "win32" ? "win" : platform;
  const names = [`node-${os}-${arch}`, `node-bin-${os}-${arch}`];
  const locked = readLock("package-lock.json");
  const name = names.find((candidate) => locked[`node_modules/${candidate}`]);
  return name && join("node_modules", name, "bin", platform === "win32" ? "node.exe" : "node");
}

// npm writes the hidden lockfile last, so one that matches package-lock.json proves a complete installation.
function isInstalled() {
  const wanted = readLock("package-lock.json");
  const present = readLock(hiddenLock);
  const runtime = pinnedRuntime();
  if (runtime && !existsSync(runtime)) return false;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === "" || (present[path] ? present[path].version === version : optional),
  );
}

/**
 * @param {string} path
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8")).packages;
  } catch {
    return {};
  }
}

/** @param {string[]} args */
async function npm(args) {
  // npm names itself and its Node in the environment. That Node must run it: ours is in node_modules, which npm ci removes.
  const { npm_execpath: cli = "", npm_node_execpath: node = process.execPath } = process.env;
  try {
    if (basename(cli) === "npm-cli.js") return await run(node, [cli, ...args], { quiet: true });
    return await run("npm", args, { quiet: true });
  } catch {
    throw new CliError("npm is missing. Install Node with npm (nodejs.org) and run it again.");
  }
}
