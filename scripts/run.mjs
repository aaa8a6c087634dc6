// node scripts/run.mjs NAME [ARGS]: installs missing packages, then runs scripts/NAME on the pinned Node.
// Plain JavaScript for any Node ≥ 20, since nothing may be installed yet.
import { existsSync, realpathSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { CliError } from "./cli-error.mjs";
import { run } from "./command.mjs";
import { install, pinnedRuntime } from "./install.mjs";

// What these write is for this account alone: the database, its secret, and copies of both.
const writesData = ["admin.ts", "backup.ts", "restore.ts", "move.ts", "import.ts"];

const root = fileURLToPath(new URL("..", import.meta.url));
const [script = "start.ts", ...args] = process.argv.slice(2);

try {
  process.chdir(root);
  requireNode(20, 0);
  await install();
  if (!(await runOnPinnedNode())) await runHere();
} catch (error) {
  if (!(error instanceof CliError)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** @param {number} major @param {number} minor */
function requireNode(major, minor) {
  const [a = 0, b = 0] = process.versions.node.split(".").map(Number);
  if (a > major || (a === major && b >= minor)) return;
  const wanted = minor ? `${major}.${minor}` : major;
  throw new CliError(`Node ${wanted} or newer is needed, and this is ${process.versions.node}.`);
}

/** Returns false if this process runs on the pinned Node already, or the machine cannot run it. */
async function runOnPinnedNode() {
  const runtime = pinnedRuntime();
  if (!runtime || !existsSync(runtime)) return false;
  if (realpathSync(runtime) === realpathSync(process.execPath)) return false;
  const result = await run(runtime, [fileURLToPath(import.meta.url), script, ...args]).catch(() => {
    requireNode(22, 18);
  });
  if (!result) return false;
  process.exitCode = result.code;
  return true;
}

async function runHere() {
  requireNode(22, 18);
  // The tools in .bin start with `env node`, which must find this Node; npm 10 puts no link to it there.
  const folders = [dirname(process.execPath), join(root, "node_modules", ".bin")];
  process.env.PATH = [...folders, process.env.PATH].join(delimiter);
  process.env.NEXT_TELEMETRY_DISABLED ??= "1";
  // Tests set their own environment.
  if (script !== "test.ts" && existsSync(".env")) process.loadEnvFile(".env");
  if (writesData.includes(script)) process.umask(0o077);
  process.argv.splice(1, 2, join(root, "scripts", script));
  await import("./hooks.mjs");
  await import(pathToFileURL(join(root, "scripts", script)).href);
}
