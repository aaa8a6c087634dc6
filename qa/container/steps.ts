import {
  chmodSync,
  copyFileSync,
  cpSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import { basename, delimiter, join, matchesGlob } from "node:path";
import { CliError } from "../../scripts/cli-error.mjs";
import { run } from "../../scripts/command.mjs";
import { type Stage, type Step, words } from "./dockerfile.ts";

/** An ordinary user of every Linux; where this process is one itself, it stays that. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export type Image = {
  root: string;
  workdir: string;
  env: Record<string, string>;
  user: string;
  volumes: string[];
  command: string[];
  health: string[];
};

/**
 * Carries a Dockerfile's stages out in folders under `scratch`, as no engine is at hand: an absolute path of
 * the image is the same path under its stage's folder. Commands run as an ordinary user. Stages that are there
 * already are given as `built`, name and folder. Gives the last stage.
 */
export async function buildImage(
  stages: Stage[],
  scratch: string,
  context: string,
  built: Map<string, string> = new Map(),
): Promise<Image> {
  let last: Image | undefined;
  for (const [index, { image, name, steps }] of stages.entries()) {
    needSameNode(image);
    const root = join(scratch, name || `stage-${index}`);
    last = { root, workdir: "/", env: {}, user: "root", volumes: [], command: [], health: [] };
    makeFolder(root);
    for (const step of steps) await perform(step, last, built, context);
    built.set(name, root);
  }
  if (!last) throw new Error("The Dockerfile has no stage.");
  return last;
}

async function perform(
  { name, rest }: Step,
  stage: Image,
  built: Map<string, string>,
  context: string,
) {
  switch (name) {
    case "WORKDIR":
      stage.workdir = rest;
      return makeFolder(inside(stage, rest));
    case "ENV":
      for (const pair of rest.split(/\s+/)) {
        const [key = "", value = ""] = pair.split(/=(.*)/s);
        stage.env[key] = value;
      }
      return;
    case "COPY":
      return copy(rest, stage, built, context);
    case "RUN":
      return shell(rest, stage);
    case "USER":
      stage.user = rest;
      return;
    case "VOLUME":
      stage.volumes.push(rest);
      return;
    case "HEALTHCHECK":
      stage.health = words(rest);
      return;
    case "CMD":
      stage.command = words(rest);
      return;
    case "EXPOSE":
    case "STOPSIGNAL":
      return;
    default:
      throw new Error(
        `What ${name} in the Dockerfile does is not known here: add it to this file.`,
      );
  }
}

/** Where an absolute path of the image is on this machine. */
export const inside = (image: Image, path: string) => join(image.root, path);

/** The environment, the folder and the user that the image's commands get. */
export function circumstances(image: Image, more: Record<string, string> = {}) {
  const own = Object.entries(image.env).map(([key, value]) => [key, moved(image, value)]);
  const { PATH = "" } = process.env;
  const env = { NODE_ENV: "production" as const, PATH, HOME: join(image.root, "home") };
  return {
    env: { ...env, ...Object.fromEntries(own), ...more },
    where: { cwd: inside(image, image.workdir), ...nobody },
  };
}

// How this machine reaches the registry, which an engine is told in its own way.
const network = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /^(NODE_EXTRA_CA_CERTS|https?_proxy|no_proxy|npm_config_(registry|cafile))$/i.test(name),
    ),
  );

async function shell(line: string, image: Image): Promise<void> {
  makeFolder(join(image.root, "home"));
  // Here there is no user "node", and all that an ordinary user makes is its own anyway.
  const command = moved(image, line).replaceAll(/ -[og] node\b/g, "");
  const { env, where } = circumstances(image);
  const { NODE_ENV, ...rest } = env;
  const building = { ...network(), ...rest };
  const { code, output } = await run("sh", ["-ec", command], { quiet: true, env: building, where });
  if (code !== 0) throw new Error(`RUN ${line}\n${output}\nended with ${code}`);
}

const moved = (image: Image, text: string) =>
  text.replaceAll(/(^|[\s:=])\/(?=\w)/g, (_, before: string) => `${before}${image.root}/`);

function copy(rest: string, stage: Image, built: Map<string, string>, context: string): void {
  const parts = rest.split(/\s+/);
  const from = parts[0]?.startsWith("--from=") ? parts.shift()?.slice("--from=".length) : undefined;
  const target = parts.pop() ?? "";
  const source = from === undefined ? context : built.get(from);
  if (source === undefined) throw new Error(`COPY ${rest}: there is no stage of that name.`);
  const left = from === undefined ? ignored(context) : () => false;
  const to = target.startsWith("/") ? target : join(stage.workdir, target);
  for (const part of parts) {
    const path = join(source, part);
    cpSync(path, inside(stage, statSync(path).isFile() ? join(to, basename(part)) : to), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (each) => !left(each.slice(source.length + 1)),
    });
  }
  give(...everything(inside(stage, to)));
}

/** What .dockerignore keeps out, at the top of the context as all of its lines mean. */
function ignored(context: string): (path: string) => boolean {
  const patterns = readFileSync(join(context, ".dockerignore"), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
  return (path) => patterns.some((pattern) => matchesGlob(path.split("/")[0] ?? "", pattern));
}

/**
 * Puts a copy of this Node first in PATH, since the ordinary user may not be able to enter the folder that
 * holds node_modules (mode 0700, as /root). Throws where it cannot run the copy either.
 */
export async function shareNode(folder: string): Promise<void> {
  if (nobody.uid === undefined) return;
  const node = join(folder, "node");
  copyFileSync(process.execPath, node);
  chmodSync(node, 0o755);
  process.env.PATH = [folder, process.env.PATH].join(delimiter);
  const options = { quiet: true, where: { cwd: folder, ...nobody } };
  const { code, output } = await run(node, ["--version"], options).catch((error: unknown) => ({
    code: 1,
    output: String(error),
  }));
  if (code === 0) return;
  throw new CliError(
    `The container check runs as an ordinary user (uid ${nobody.uid}), which cannot run ${node}:\n${output.trim()}\n` +
      "Set TMPDIR to a folder that every user may enter and run programs from, such as /tmp.",
  );
}

/** Takes the right to write away, from a folder and all that is in it. */
export function seal(path: string): void {
  for (const each of everything(path)) {
    if (nobody.uid !== undefined) lchownSync(each, 0, 0);
    else if (statSync(each, { throwIfNoEntry: false }))
      chmodSync(each, statSync(each).mode & 0o555);
  }
}

function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  give(path);
}

function give(...paths: string[]): void {
  if (nobody.uid === undefined) return;
  for (const path of paths) lchownSync(path, nobody.uid, nobody.gid);
}

function everything(path: string): string[] {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return [path, ...entries.map((entry) => join(entry.parentPath, entry.name))];
}

function needSameNode(image: string): void {
  const [, major] = /^node:(\d+)/.exec(image) ?? [];
  if (major !== process.versions.node.split(".")[0]) {
    throw new Error(`The image ${image} has another Node than the one that the tests run on.`);
  }
}
