// npm run test:container [-- --built | --engine=podman]: builds the image with the container engine that is at hand
// and does the main job with it. Where there is none, and with --built, it carries the Dockerfile out step by step in
// a clean folder and starts what came out as an ordinary user who can write nothing but the data.
// With --built it takes the build that is here instead of installing and building anew.
import { equal, match, ok } from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { on, once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../scripts/command.mjs";
import { freePort } from "../../scripts/free-port.ts";
import { readDockerfile } from "./dockerfile.ts";
import { engineAtHand } from "./engine.ts";
import { checkImage } from "./image.ts";
import { checkGuards, doMainJob } from "./job.ts";
import { buildImage, circumstances, inside, seal, shareNode } from "./steps.ts";

// The umask that container engines use: with this shell's, the image's user might not be able to read its files.
process.umask(0o022);
const scratch = mkdtempSync(join(tmpdir(), "foothold-container-"));
chmodSync(scratch, 0o755);
const children: ChildProcess[] = [];
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(scratch, { recursive: true, force: true });
});

const stages = readDockerfile(readFileSync("Dockerfile", "utf8"));
const built = process.argv.includes("--built");
const found = built ? undefined : await engineAtHand(stages[0]?.image ?? "");
if (found) {
  await checkImage(found);
  process.exit(0);
}
await shareNode(scratch);
const image = built
  ? await buildImage(stages.slice(-1), scratch, process.cwd(), await builtHere())
  : await buildImage(stages, scratch, process.cwd());
equal(image.user, "node", "the last stage runs as an ordinary user");
ok(image.volumes.some((volume) => image.env.DATABASE_URL?.startsWith(`file:${volume}/`)));
equal(image.env.HOST, "0.0.0.0");
seal(inside(image, image.workdir));

const port = await freePort();
const address = `http://127.0.0.1:${port}`;
const { env, where } = circumstances(image, { PORT: String(port) });
const [program = "", ...args] = image.command;

const server = await start();
await doMainJob(address);
await checkGuards(address);
await expectEnd(image.health, 0, /^$/);
await expectEnd(["node", "server.js", "backup"], 0, /holds everything, 1 postings/);
await expectEnd(image.command, 1, new RegExp(`^Port ${port} is in use\\.[^\\n]*$`));
await stop(server);
await expectEnd(image.health, 1, /^Foothold is not ready[^\n]*$/);
const sealed = { DATABASE_URL: "file:./foothold.db" };
await expectEnd(
  image.command,
  1,
  /^\S+foothold\.db cannot be written\. Check that the path is right, and who owns it\.$/,
  sealed,
);
await stop(await start());
console.log(
  "The image serves the main job as an ordinary user, with nothing but its data writable.",
);

async function builtHere(): Promise<Map<string, string>> {
  const build = join(scratch, "build");
  mkdirSync(build);
  const command = ["scripts/run.mjs", "standalone.ts", join(build, "app")];
  equal((await run("node", command)).code, 0);
  // As the Dockerfile does after it.
  equal((await run("chmod", ["-R", "a+rX", build])).code, 0);
  return new Map([["build", build]]);
}

async function start(): Promise<ChildProcess> {
  const child = spawn(program, args, { ...where, env, stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  let said = "";
  for await (const [chunk] of on(child.stdout, "data", { close: ["end"] })) {
    said += chunk;
    if (said.includes("Foothold is at")) break;
  }
  child.stdout.resume();
  equal(child.exitCode, null, "the server started");
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  equal((await once(child, "exit"))[0], 0, "the server stopped as it should");
}

/** Runs a command of the image to its end, which must come with this code and these words. */
async function expectEnd([file = "", ...rest]: string[], code: number, says: RegExp, more = {}) {
  const done = await run(file, rest, { quiet: true, env: { ...env, ...more }, where });
  equal(done.code, code, done.output);
  match(done.output.trim(), says);
}
