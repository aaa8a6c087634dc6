import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../scripts/command.mjs";

/** Runs a command of a container engine and resolves to its output. Throws if it fails. */
export type Engine = (...args: string[]) => Promise<string>;

/** Registers an engine command to run when this process exits, last registered first. */
export type CleanUp = (...args: string[]) => void;

/** A container engine that works on this machine: docker or podman. */
export type ContainerEngine = { program: string; engine: Engine; cleanUp: CleanUp };

/** This machine's CA bundle, so that npm trusts the same registry in the image as it does here. */
const caBundle = "/etc/ssl/certs/ca-certificates.crt";
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

/**
 * Makes a substitute for Node's official image where that cannot be pulled: Debian's packages, this machine's
 * Node and npm, and the user "node". Returns false without mmdebstrap or the rights for it.
 */
async function makeBaseImage(program: string, image: string): Promise<boolean> {
  const [, suite = ""] = /^node:\d+-(\w+)-slim$/.exec(image) ?? [];
  const npm = await run("sh", ["-c", 'realpath "$(command -v npm)"'], { quiet: true });
  const scratch = mkdtempSync(join(tmpdir(), "foothold-base-"));
  const archive = join(scratch, "base.tar");
  const hooks = [
    `chroot "$1" useradd --uid 1000 --create-home --shell /bin/bash node`,
    `upload ${quote(process.execPath)} /usr/local/bin/node`,
    `chmod 0755 "$1/usr/local/bin/node"`,
    `mkdir -p "$1/usr/local/lib/node_modules"`,
    `copy-in ${quote(join(npm.output.trim(), "../.."))} /usr/local/lib/node_modules`,
    `chmod -R a+rX "$1/usr/local/lib/node_modules"`,
    `ln -s ../lib/node_modules/npm/bin/npm-cli.js "$1/usr/local/bin/npm"`,
    `upload ${caBundle} ${caBundle}`,
  ].map((hook) => `--customize-hook=${hook}`);
  const bootstrap = ["--variant=minbase", "--include=ca-certificates", ...hooks, suite, archive];
  const importImage = ["import", `--change=ENV NODE_EXTRA_CA_CERTS=${caBundle}`, archive, image];
  try {
    const made = await run("mmdebstrap", bootstrap, { quiet: true });
    const result = made.code === 0 ? await run(program, importImage, { quiet: true }) : made;
    if (result.code !== 0) console.error(result.output.split("\n").slice(-9).join("\n"));
    return result.code === 0;
  } catch {
    // mmdebstrap is not installed.
    return false;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A path as one word of a hook, which is split like a line of a shell. */
const quote = (path: string) => `'${path.replaceAll("'", `'\\''`)}'`;
