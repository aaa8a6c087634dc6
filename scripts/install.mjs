// Runs before anything is installed, on any Node ≥ 20: plain JavaScript, no packages.
import { existsSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { basename, join } from "node:path";
import { CliError, explainFailure } from "./cli-error.mjs";
import { run } from "./command.mjs";

const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
const everything = ["--include=dev", "--include=optional"];
const hiddenLock = "node_modules/.package-lock.json";
const megabytesNeeded = 1_400;
const patience = [
  "--fetch-retries=3",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-maxtimeout=5000",
];

/**
 * Installs the locked packages where node_modules does not hold them yet.
 * Throws CliError where npm is missing or cannot do it.
 */
export async function install() {
  if (isInstalled()) return;
  needSpace();
  console.error("Installing the locked packages. This takes a minute or two, once.");
  const { code, output } = await npm(["ci", ...flags, ...everything, ...patience]);
  if (code === 0) return needWhole();
  const cause = explainFailure(output);
  if (!cause) console.error(output.trim());
  throw new CliError(cause ?? "npm ci could not install the packages; its words are above.");
}

// Said first, since npm on a full disk works for minutes and then reports success.
function needSpace() {
  const { bavail, bsize } = statfsSync(".");
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  if (free >= megabytesNeeded) return;
  throw new CliError(
    `The disk is too full: ${free} MB are free, and ${megabytesNeeded} MB are needed. Make room and run it again.`,
  );
}

// npm leaves out an optional package that it cannot fetch or unpack, and the runtime is one.
async function needWhole() {
  const runtime = pinnedRuntime();
  if (!runtime) return;
  // Where the file is there and yet cannot be started, this is no machine it was made for (Alpine).
  const foreign = () => ({ code: existsSync(runtime) ? 0 : 1 });
  const { code } = await run(runtime, ["--version"], { quiet: true }).catch(foreign);
  if (code === 0) return;
  rmSync(hiddenLock, { force: true });
  throw new CliError("The packages did not arrive whole. Check the connection and run it again.");
}

/** Where the runtime that the lock pins for this kind of machine is, if the lock has one. */
export function pinnedRuntime() {
  const { platform, arch } = process;
  const os = platform === "win32" ? "win" : platform;
  const names = [`node-${os}-${arch}`, `node-bin-${os}-${arch}`];
  const locked = readLock("package-lock.json");
  const name = names.find((candidate) => locked[`node_modules/${candidate}`]);
  return name && join("node_modules", name, "bin", platform === "win32" ? "node.exe" : "node");
}

// npm writes the hidden lock last, so one that agrees with the lock means a whole installation.
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
  // Under `npm start` the very npm is named; its own Node is used, since node_modules is about to go.
  const { npm_execpath: cli = "", npm_node_execpath: node = process.execPath } = process.env;
  try {
    if (basename(cli) === "npm-cli.js") return await run(node, [cli, ...args], { quiet: true });
    return await run("npm", args, { quiet: true });
  } catch {
    throw new CliError("npm is missing. Install Node with npm (nodejs.org) and run it again.");
  }
}
