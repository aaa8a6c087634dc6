import { spawnSync } from "node:child_process";
import { run } from "../../scripts/command.mjs";
import { makeBaseImage } from "./base-image.ts";

/** Runs a command of a container engine and resolves to its output. Throws if it fails. */
export type Engine = (...args: string[]) => Promise<string>;

/** Registers an engine command to run when this process exits, last registered first. */
export type CleanUp = (...args: string[]) => void;

/** A container engine that works on this machine: docker or podman. */
export type ContainerEngine = { program: string; engine: Engine; cleanUp: CleanUp };

const quiet = true;
// Podman's own image format has no health checks; Docker ignores the variable.
const env = { ...process.env, BUILDAH_FORMAT: "docker" };

/**
 * Finds a container engine that runs containers and has the Dockerfile's base image: already there, pulled, or
 * made from Debian's packages. Undefined if there is none; prints why.
 */
export async function findEngine(baseImage: string): Promise<ContainerEngine | undefined> {
  const option = process.argv.find((arg) => arg.startsWith("--engine="))?.slice("--engine=".length);
  for (const program of option ? [option] : ["docker", "podman"]) {
    if (!(await succeeds(program, ["info"]))) continue;
    const cleanUp: CleanUp = (...args) =>
      process.prependListener("exit", () => spawnSync(program, args, { stdio: "ignore" }));
    if (!(await hasBaseImage(program, baseImage, cleanUp))) continue;
    const trial = await run(program, ["run", "--rm", "--network=none", baseImage, "true"], {
      quiet,
    });
    if (trial.code === 0) return { program, engine: engineOf(program), cleanUp };
    console.log(
      `${program} is installed, but runs no container: ${trial.output.trim().split("\n").at(-1)}`,
    );
  }
  console.log("No container engine works here: the Dockerfile is carried out without one.");
  return undefined;
}

async function hasBaseImage(program: string, image: string, cleanUp: CleanUp): Promise<boolean> {
  if (await succeeds(program, ["image", "inspect", image])) return true;
  console.log(`Pulling ${image}.`);
  if (await succeeds(program, ["pull", image])) return true;
  if (await makeBaseImage(program, image)) {
    cleanUp("image", "rm", "--force", image);
    return true;
  }
  console.log(
    `${program} is installed, but ${image} can neither be pulled nor made (mmdebstrap, as root).`,
  );
  return false;
}

/** Whether the program is installed and the command exits with 0. */
export async function succeeds(program: string, args: string[]): Promise<boolean> {
  const result = await run(program, args, { quiet }).catch(() => undefined);
  return result?.code === 0;
}

/** An engine that runs this program, with these arguments before those of each command. */
export function engineOf(program: string, ...firstArgs: string[]): Engine {
  return async (...args) => {
    const { code, output } = await run(program, [...firstArgs, ...args], { quiet, env });
    if (code !== 0) throw new Error(`${program} ${args.join(" ")}\n${output}\nended with ${code}`);
    return output.trim();
  };
}
