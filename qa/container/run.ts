// npm run test:container [-- --built | --engine=podman]: builds the image with a container engine and smoke-tests it.
// Without an engine it carries out the Dockerfile in a scratch folder and starts the server as an unprivileged user
// who can write only the data; with --built also, on the existing build instead of a new installation and build.
import { equal, match, ok } from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { on, once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../scripts/command.mjs";
import { freePort } from "../../scripts/free-port.ts";
import { parseDockerfile } from "./dockerfile.ts";
import { findEngine } from "./engine.ts";
import { checkImage } from "./image.ts";
import { buildLocally, hostPath, makeReadOnly, spawnOptions } from "./local-build.ts";
import { makeRuntime, shareNode } from "./local-node.ts";
import { checkRefusals } from "./refusals.ts";
import { checkRequestGuards, runSmokeTest } from "./smoke-test.ts";

// The umask of container engines: with a stricter one the unprivileged user could not read the image's files.
process.umask(0o022);
const scratch = mkdtempSync(join(tmpdir(), "foothold-container-"));
chmodSync(scratch, 0o755);
const children: ChildProcess[] = [];
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(scratch, { recursive: true, force: true });
});

const stages = parseDockerfile(readFileSync("Dockerfile", "utf8"));
const built = process.argv.includes("--built");
const engine = built ? undefined : await findEngine(stages[0]?.image ?? "");
if (engine) {
  await checkImage(engine);
  process.exit(0);
}
await shareNode(scratch);
const stagesBuilt = new Map([["runtime", makeRuntime(scratch)]]);
if (built) stagesBuilt.set("build", await reuseBuild());
const image = await buildLocally(stages, scratch, process.cwd(), stagesBuilt);
equal(image.user, "node", "the last stage runs as an unprivileged user");
ok(image.volumes.some((volume) => image.env.DATABASE_URL?.startsWith(`file:${volume}/`)));
equal(image.env.HOST, "0.0.0.0");
makeReadOnly(hostPath(image, image.workdir));

const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const options = spawnOptions(image, { PORT: String(port) });
const [program = "", ...args] = image.command;

const server = await start();
await runSmokeTest(address);
await checkRequestGuards(address);
await expectExit(image.healthcheck, 0, /^$/);
await expectExit(["node", "server.js", "backup"], 0, /holds everything, 1 postings/);
await checkRefusals(image.command, options, port);
await stop(server);
await expectExit(image.healthcheck, 1, /^Foothold is not ready[^\n]*$/);
await stop(await start());
console.log(
  "The image passes the smoke test as an unprivileged user, with only its data writable.",
);

async function reuseBuild(): Promise<string> {
  const build = join(scratch, "build");
  mkdirSync(build);
  const command = ["scripts/run.mjs", "standalone.ts", join(build, "app")];
  equal((await run("node", command)).code, 0);
  // The Dockerfile does the same.
  equal((await run("chmod", ["-R", "a+rX", build])).code, 0);
  return build;
}

async function start(): Promise<ChildProcess> {
  const child = spawn(program, args, { ...options, stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  let output = "";
  for await (const [chunk] of on(child.stdout, "data", { close: ["end"] })) {
    output += chunk;
    if (output.includes("Foothold is at")) break;
  }
  child.stdout.resume();
  equal(child.exitCode, null, "the server starts");
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  equal((await once(child, "exit"))[0], 0, "the server stops with exit code 0");
}

/** Runs a command of the image, and expects this exit code and output. */
async function expectExit([file = "", ...rest]: string[], code: number, output: RegExp, env = {}) {
  const all = { ...options, quiet: true, env: { ...options.env, ...env } };
  const result = await run(file, rest, all);
  equal(result.code, code, result.output);
  match(result.output.trim(), output);
}
