import {
  chmodSync,
  cpSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import { basename, join, matchesGlob } from "node:path";
import { run } from "../../scripts/command.mjs";
import { type Instruction, parseExecForm, type Stage } from "./dockerfile.ts";

/** The user that commands run as: nobody if this process is root, else the same user as this process. */
export const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A build stage carried out in a folder, and the settings of its image. */
export type LocalImage = {
  root: string;
  workdir: string;
  /** build arguments, by their defaults */
  args: Record<string, string>;
  env: Record<string, string>;
  user: string;
  volumes: string[];
  command: string[];
  healthcheck: string[];
};

/**
 * Carries out a Dockerfile without a container engine: each stage becomes a folder in `scratch`, absolute paths
 * of the image are relative to it, and commands run as an unprivileged user. `built` are the folders of stages
 * that exist already, by name, and are not carried out. Returns the last stage.
 */
export async function buildLocally(
  stages: Stage[],
  scratch: string,
  context: string,
  built: Map<string, string> = new Map(),
): Promise<LocalImage> {
  let last: LocalImage | undefined;
  for (const [index, { image, name, instructions }] of stages.entries()) {
    if (built.has(name)) continue;
    requireSameNode(image);
    const root = join(scratch, name || `stage-${index}`);
    last = {
      root,
      workdir: "/",
      args: {},
      env: {},
      user: "root",
      volumes: [],
      command: [],
      healthcheck: [],
    };
    makeFolder(root);
    for (const instruction of instructions) await execute(instruction, last, built, context);
    built.set(name, root);
  }
  if (!last) throw new Error("The Dockerfile has no stage.");
  return last;
}

async function execute(
  { name, args }: Instruction,
  image: LocalImage,
  built: Map<string, string>,
  context: string,
) {
  switch (name) {
    case "WORKDIR":
      image.workdir = args;
      return makeFolder(hostPath(image, args));
    case "ARG": {
      const [key = "", value = ""] = args.split(/=(.*)/s);
      image.args[key] = value;
      return;
    }
    case "ENV":
      for (const pair of args.split(/\s+/)) {
        const [key = "", value = ""] = pair.split(/=(.*)/s);
        image.env[key] = value.replace(/\$(\w+)/g, (_, name) => image.args[name] ?? "");
      }
      return;
    case "COPY":
      return copy(args, image, built, context);
    case "RUN":
      return runShell(args, image);
    case "USER":
      image.user = args;
      return;
    case "VOLUME":
      image.volumes.push(args);
      return;
    case "HEALTHCHECK":
      image.healthcheck = parseExecForm(args);
      return;
    case "CMD":
      image.command = parseExecForm(args);
      return;
    case "EXPOSE":
    case "STOPSIGNAL":
      return;
    default:
      throw new Error(`The Dockerfile instruction ${name} is not implemented in this file.`);
  }
}

/** The path on this machine of an absolute path of the image. */
export const hostPath = (image: LocalImage, path: string) => join(image.root, path);

/** The options of spawn() for the image's commands: environment, folder and user. */
export function spawnOptions(image: LocalImage, extraEnv: Record<string, string> = {}) {
  const imageEnv = Object.entries(image.env).map(([key, value]) => [
    key,
    toHostPaths(image, value),
  ]);
  const { PATH = "" } = process.env;
  const env = { NODE_ENV: "production" as const, PATH, HOME: join(image.root, "home") };
  return {
    env: { ...env, ...Object.fromEntries(imageEnv), ...extraEnv },
    cwd: hostPath(image, image.workdir),
    ...user,
  };
}

// How this machine reaches the npm registry; a container engine has its own settings for that.
const networkEnv = () =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) =>
      /^(NODE_EXTRA_CA_CERTS|https?_proxy|no_proxy|npm_config_(registry|cafile))$/i.test(name),
    ),
  );

async function runShell(line: string, image: LocalImage): Promise<void> {
  makeFolder(join(image.root, "home"));
  const command = toHostPaths(image, line);
  const { env, ...options } = spawnOptions(image);
  const { NODE_ENV, ...rest } = env;
  const { code, output } = await run("sh", ["-ec", command], {
    quiet: true,
    env: { ...networkEnv(), ...rest },
    ...options,
  });
  if (code !== 0) throw new Error(`RUN ${line}\n${output}\nended with ${code}`);
}

const toHostPaths = (image: LocalImage, text: string) =>
  text.replaceAll(/(^|[\s:=])\/(?=\w)/g, (_, before: string) => `${before}${image.root}/`);

function copy(args: string, image: LocalImage, built: Map<string, string>, context: string): void {
  const words = args.split(/\s+/);
  // Files belong to the unprivileged user anyway: there is no other here to give them to.
  const sources = words.filter((word) => !word.startsWith("--"));
  const from = words.find((word) => word.startsWith("--from="))?.slice("--from=".length);
  const target = sources.pop() ?? "";
  const sourceRoot = from === undefined ? context : built.get(from);
  if (sourceRoot === undefined) throw new Error(`COPY ${args}: there is no stage of that name.`);
  const isIgnored = from === undefined ? dockerignore(context) : () => false;
  const to = target.startsWith("/") ? target : join(image.workdir, target);
  for (const source of sources) {
    const path = join(sourceRoot, source);
    cpSync(path, hostPath(image, statSync(path).isFile() ? join(to, basename(source)) : to), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (each) => !isIgnored(each.slice(sourceRoot.length + 1)),
    });
  }
  chownToUser(...listRecursively(hostPath(image, to)));
}

/** The paths that .dockerignore leaves out; all its patterns are for the top level. */
function dockerignore(context: string): (path: string) => boolean {
  const patterns = readFileSync(join(context, ".dockerignore"), "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"));
  return (path) => patterns.some((pattern) => matchesGlob(path.split("/")[0] ?? "", pattern));
}

/** Makes a folder and its contents read-only for the unprivileged user. */
export function makeReadOnly(path: string): void {
  for (const each of listRecursively(path)) {
    if (user.uid !== undefined) lchownSync(each, 0, 0);
    else if (statSync(each, { throwIfNoEntry: false }))
      chmodSync(each, statSync(each).mode & 0o555);
  }
}

function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  chownToUser(path);
}

function chownToUser(...paths: string[]): void {
  if (user.uid === undefined) return;
  for (const path of paths) lchownSync(path, user.uid, user.gid);
}

function listRecursively(path: string): string[] {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return [path, ...entries.map((entry) => join(entry.parentPath, entry.name))];
}

function requireSameNode(image: string): void {
  if (image === "scratch") return;
  const [, major] = /^node:(\d+)/.exec(image) ?? [];
  if (major !== process.versions.node.split(".")[0]) {
    throw new Error(`${image} has another major version of Node than the one that runs the tests.`);
  }
}
