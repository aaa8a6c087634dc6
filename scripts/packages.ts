import { run } from "./command.mjs";

/** Installs packages of Debian's where this machine has apt and lets us; else leaves it to the caller to miss them. */
export async function installPackages(...names: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = async (...args: string[]) => {
    const [command = "apt-get", ...rest] = [...asRoot, "apt-get", ...args];
    await run(command, rest, { quiet: true, env }).catch(() => undefined);
  };
  await apt("update");
  await apt("install", "-y", "--no-install-recommends", ...names);
}
