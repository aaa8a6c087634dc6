import { deepEqual, equal, match, notEqual, ok, rejects } from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type CleanUp, type ContainerEngine, type Engine, engineOf, succeeds } from "./engine.ts";
import { checkRequestGuards, runSmokeTest } from "./smoke-test.ts";

const image = `foothold-test-${process.pid}`;

// The same as in compose.yaml.
const hardening = [
  "--read-only",
  "--tmpfs=/tmp",
  "--cap-drop=ALL",
  "--security-opt=no-new-privileges",
];

/** Unpacked, of which 120 MB are Node. */
const maxImageMb = 250;
const memory = "--memory=512m";

/**
 * Builds the Dockerfile, starts the image offline and hardened, waits for its health check and runs the smoke
 * test; then the same with compose.yaml if Compose is installed. Throws the assertion that failed.
 */
export async function checkImage({ program, engine, cleanUp }: ContainerEngine): Promise<void> {
  console.log("Building the image, which takes some minutes.");
  cleanUp("image", "rm", "--force", image);
  await engine("build", "--network=host", "--tag", image, ".");
  cleanUp("volume", "rm", "--force", image);
  const bytes = Number(await engine("image", "inspect", "--format={{.Size}}", image));
  console.log(`The image has ${Math.round(bytes / 1e6)} MB.`);
  ok(bytes <= maxImageMb * 1e6);
  await checkRefusals(engine);
  await checkOffline(engine, cleanUp);
  await checkServing(engine, cleanUp);
  console.log(
    "The image passes the smoke test, offline, in 512 MB, with only its volume writable.",
  );
  const compose = program === "docker" && (await findCompose());
  if (compose) await checkCompose(compose);
  else console.log("Docker Compose is not installed: compose.yaml was not tested.");
}

/** Checks what a start says whose data would be lost or cannot be written. */
async function checkRefusals(engine: Engine): Promise<void> {
  const started = (...args: string[]) =>
    engine("run", "--rm", "--network=none", ...hardening, ...args, image);
  await rejects(started(), /^The data would be lost with this container: \/data is a volume/m);
  const volume = `--volume=${image}:/data`;
  await rejects(
    started(volume, "--user=1234"),
    /^\/data\/foothold\.db cannot be written: \/data belongs to user 1000, and Foothold runs as user 1234\./m,
  );
  await rejects(
    started(`${volume}:ro`),
    /^\/data\/foothold\.db cannot be written: its disk is read-/m,
  );
}

async function checkOffline(engine: Engine, cleanUp: CleanUp): Promise<void> {
  const container = await start(engine, cleanUp, "--network=none");
  for (let tries = 0; (await health(engine, container)) !== "healthy"; tries++) {
    notEqual(tries, 60, "the container did not become healthy within a minute");
    await setTimeout(1_000);
  }
  const run = (script: string) => engine("exec", container, "node", "--eval", script);
  const write = (path: string) => run(`fs.writeFileSync("${path}", "")`);
  notEqual(await run("console.log(process.getuid())"), "0");
  await write("/data/written");
  for (const path of ["/written", "/app/written"]) await rejects(write(path), /EROFS/);
  await stop(engine, container);
}

async function checkServing(engine: Engine, cleanUp: CleanUp): Promise<void> {
  const container = await start(engine, cleanUp, "--publish=127.0.0.1::3000");
  const address = `http://${await engine("port", container, "3000")}`;
  await waitUntilReady(address);
  await runSmokeTest(address);
  await checkRequestGuards(address);
  const output = await engine("exec", container, "node", "server.js", "backup");
  match(output, /holds everything, 1 postings/);
  await stop(engine, container);
}

async function start(engine: Engine, cleanUp: CleanUp, ...extraArgs: string[]): Promise<string> {
  const options = ["--detach", `--volume=${image}:/data`, memory, ...hardening, ...extraArgs];
  const container = (await engine("run", ...options, image)).split("\n").at(-1) ?? "";
  cleanUp("rm", "--force", container);
  return container;
}

/** The state of the container's health check, as the engine reports it. */
async function health(engine: Engine, container: string): Promise<string> {
  const state = await engine("inspect", "--format={{json .State}}", container);
  return JSON.parse(state).Health?.Status;
}

async function stop(engine: Engine, container: string): Promise<void> {
  await engine("stop", container);
  equal(await engine("inspect", "--format={{.State.ExitCode}}", container), "0");
}

async function waitUntilReady(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(`${address}/api/health/ready`).catch(() => undefined);
    if (response?.ok) return;
    await setTimeout(200);
  }
  throw new Error(`${address} did not become ready.`);
}

async function findCompose(): Promise<Engine | undefined> {
  if (await succeeds("docker", ["compose", "version"])) return engineOf("docker", "compose");
  if (await succeeds("docker-compose", ["version"])) return engineOf("docker-compose");
  return undefined;
}

/** Starts compose.yaml with the image that was just built and on a free port, and runs the smoke test. */
async function checkCompose(compose: Engine): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "foothold-compose-"));
  const file = join(scratch, "compose.yaml");
  const text = readFileSync("compose.yaml", "utf8");
  const adapted = text
    .replace("image: ${FOOTHOLD_IMAGE:-foothold}\n", `image: ${image}\n`)
    .replace("127.0.0.1:3000:3000", "127.0.0.1::3000");
  deepEqual(
    [adapted.includes("build:"), adapted.includes(image), adapted.includes("::3000")],
    [false, true, true],
  );
  writeFileSync(file, adapted);
  const project = ["--file", file, "--project-name", image];
  try {
    await compose(...project, "up", "--detach");
    const address = `http://${await compose(...project, "port", "foothold", "3000")}`;
    await waitUntilReady(address);
    await runSmokeTest(address);
    console.log("The server of compose.yaml passes the smoke test.");
  } finally {
    await compose(...project, "down", "--volumes");
    rmSync(scratch, { recursive: true, force: true });
  }
}
