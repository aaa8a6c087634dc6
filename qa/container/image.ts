import { deepEqual, equal, match, notEqual, rejects } from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Engine, engineOf, type Found, type Undo, works } from "./engine.ts";
import { checkGuards, doMainJob } from "./job.ts";

const name = `foothold-test-${process.pid}`;

// As compose.yaml has it.
const hardened = [
  "--read-only",
  "--tmpfs=/tmp",
  "--cap-drop=ALL",
  "--security-opt=no-new-privileges",
];

/**
 * Builds the Dockerfile with an engine, starts the image offline and hardened, has its health check run, and does
 * the main job with it; then the same through compose.yaml, where that is at hand. Throws what did not hold.
 */
export async function checkImage({ program, engine, undo }: Found): Promise<void> {
  console.log("Building the image, which takes some minutes.");
  undo("image", "rm", "--force", name);
  await engine("build", "--network=host", "--tag", name, ".");
  undo("volume", "rm", "--force", name);
  await checkOffline(engine, undo);
  await checkServing(engine, undo);
  console.log("The image serves the main job, offline and with nothing but its volume writable.");
  const compose = program === "docker" && (await composeAtHand());
  if (compose) await checkCompose(compose);
  else console.log("Docker's compose is not at hand: compose.yaml was not tried.");
}

async function checkOffline(engine: Engine, undo: Undo): Promise<void> {
  const container = await start(engine, undo, "--network=none");
  for (let tries = 0; (await health(engine, container)) !== "healthy"; tries++) {
    notEqual(tries, 60, "the health check did not say that it is healthy");
    await setTimeout(1_000);
  }
  notEqual(await engine("exec", container, "id", "-u"), "0");
  await engine("exec", container, "touch", "/data/written");
  for (const place of ["/written", "/app/written"]) {
    await rejects(engine("exec", container, "touch", place), /Read-only file system/);
  }
  await stop(engine, container);
}

async function checkServing(engine: Engine, undo: Undo): Promise<void> {
  const container = await start(engine, undo, "--publish=127.0.0.1::3000");
  const address = `http://${await engine("port", container, "3000")}`;
  await ready(address);
  await doMainJob(address);
  await checkGuards(address);
  const said = await engine("exec", container, "node", "server.js", "backup");
  match(said, /holds everything, 1 postings/);
  await stop(engine, container);
}

async function start(engine: Engine, undo: Undo, ...more: string[]): Promise<string> {
  const options = ["--detach", `--volume=${name}:/data`, ...hardened, ...more];
  const container = (await engine("run", ...options, name)).split("\n").at(-1) ?? "";
  undo("rm", "--force", container);
  return container;
}

/** What the engine itself makes of the image's health check. */
async function health(engine: Engine, container: string): Promise<string> {
  const state = await engine("inspect", "--format={{json .State}}", container);
  return JSON.parse(state).Health?.Status;
}

async function stop(engine: Engine, container: string): Promise<void> {
  await engine("stop", container);
  equal(await engine("inspect", "--format={{.State.ExitCode}}", container), "0");
}

async function ready(address: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${address}/api/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await setTimeout(200);
  }
  throw new Error(`${address} did not get ready.`);
}

async function composeAtHand(): Promise<Engine | undefined> {
  if (await works("docker", ["compose", "version"])) return engineOf("docker", "compose");
  if (await works("docker-compose", ["version"])) return engineOf("docker-compose");
  return undefined;
}

/** Starts what compose.yaml describes, but with the image that was just built and on a port that is free. */
async function checkCompose(compose: Engine): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "foothold-compose-"));
  const file = join(scratch, "compose.yaml");
  const text = readFileSync("compose.yaml", "utf8");
  const ours = text
    .replace("    build: .\n", "")
    .replace("image: foothold\n", `image: ${name}\n`)
    .replace("127.0.0.1:3000:3000", "127.0.0.1::3000");
  deepEqual(
    [ours.includes("build:"), ours.includes(name), ours.includes("::3000")],
    [false, true, true],
  );
  writeFileSync(file, ours);
  const project = ["--file", file, "--project-name", name];
  try {
    await compose(...project, "up", "--detach");
    const address = `http://${await compose(...project, "port", "foothold", "3000")}`;
    await ready(address);
    await doMainJob(address);
    console.log("compose.yaml serves the main job.");
  } finally {
    await compose(...project, "down", "--volumes");
    rmSync(scratch, { recursive: true, force: true });
  }
}
