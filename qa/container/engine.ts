import { spawnSync } from "node:child_process";
import { run } from "../../scripts/command.mjs";
import { makeBase } from "./base.ts";

/** Runs a command of a container engine and gives what it printed. Throws where it ends badly. */
export type Engine = (...args: string[]) => Promise<string>;

/** What ends with this process, however that ends: `["rm", "--force", NAME]` and the like, the latest first. */
export type Undo = (...args: string[]) => void;

/** An engine that was found, and the program that it is. */
export type Found = { program: string; engine: Engine; undo: Undo };

const quiet = true;
// Podman's own format has no health checks; Docker does not know the variable.
const env = { ...process.env, BUILDAH_FORMAT: "docker" };

/**
 * The container engine that answers here and has the image that the Dockerfile begins with: its own, one that it
 * can fetch, or one made from Debian's packages. Undefined where there is none, with a word why.
 */
export async function engineAtHand(image: string): Promise<Found | undefined> {
  const said = process.argv.find((word) => word.startsWith("--engine="))?.slice("--engine=".length);
  for (const program of said ? [said] : ["docker", "podman"]) {
    if (!(await works(program, ["info"]))) continue;
    const engine = engineOf(program);
    const undo: Undo = (...args) =>
      process.prependListener("exit", () => spawnSync(program, args, { stdio: "ignore" }));
    if (!(await hasBase(program, image, undo))) continue;
    const tried = await run(program, ["run", "--rm", "--network=none", image, "true"], { quiet });
    if (tried.code === 0) return { program, engine, undo };
    console.log(
      `${program} is here, but runs no container: ${tried.output.trim().split("\n").at(-1)}`,
    );
  }
  console.log(
    "No container engine is at hand: the Dockerfile's steps are carried out without one.",
  );
  return undefined;
}

async function hasBase(program: string, image: string, undo: Undo): Promise<boolean> {
  if (await works(program, ["image", "inspect", image])) return true;
  console.log(`Fetching ${image}.`);
  if (await works(program, ["pull", image])) return true;
  if (await makeBase(program, image)) {
    undo("image", "rm", "--force", image);
    return true;
  }
  console.log(
    `${program} is here, but ${image} can neither be fetched nor made (mmdebstrap, as root).`,
  );
  return false;
}

/** Whether a program is here and this ends well. */
export async function works(program: string, args: string[]): Promise<boolean> {
  const done = await run(program, args, { quiet }).catch(() => undefined);
  return done?.code === 0;
}

/** The engine whose program has this name, and which begins each command with these words. */
export function engineOf(program: string, ...first: string[]): Engine {
  return async (...args) => {
    const { code, output } = await run(program, [...first, ...args], { quiet, env });
    if (code !== 0) throw new Error(`${program} ${args.join(" ")}\n${output}\nended with ${code}`);
    return output.trim();
  };
}
