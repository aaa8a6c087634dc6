import { run } from "./command.mjs";

/** Installs Debian packages, if apt and the rights are there. Fails silently: the caller checks for the program. */
export async function installPackages(...names: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const sudo = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = async (...args: string[]) => {
    const [command = "apt-get", ...rest] = [...sudo, "apt-get", ...args];
    await run(command, rest, { quiet: true, env }).catch(() => undefined);
  };
  await apt("update");
  await apt("install", "-y", "--no-install-recommends", ...names);
}
