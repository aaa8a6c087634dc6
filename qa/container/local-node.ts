import { chmodSync, copyFileSync, mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { CliError } from "../../scripts/cli-error.mjs";
import { run } from "../../scripts/command.mjs";
import { user } from "./local-build.ts";

/**
 * Puts a copy of this Node first in PATH, since the unprivileged user may not be able to enter the folder that
 * holds node_modules (mode 0700, as /root). Throws if it cannot run the copy either.
 */
export async function shareNode(folder: string): Promise<void> {
  if (user.uid === undefined) return;
  const node = join(folder, "node");
  copyFileSync(process.execPath, node);
  chmodSync(node, 0o755);
  process.env.PATH = [folder, process.env.PATH].join(delimiter);
  const options = { quiet: true, cwd: folder, ...user };
  const { code, output } = await run(node, ["--version"], options).catch((error: unknown) => ({
    code: 1,
    output: String(error),
  }));
  if (code === 0) return;
  throw new CliError(
    `The container check runs as an unprivileged user (uid ${user.uid}), which cannot run ${node}:\n${output.trim()}\n` +
      "Set TMPDIR to a folder that every user may enter and run programs from, such as /tmp.",
  );
}

/**
 * Makes what the stage "runtime" gathers of its image, which is not here: this machine's Node, and the two folders that
 * are the user's. Returns the stage's folder.
 */
export function makeRuntime(scratch: string): string {
  const root = join(scratch, "runtime");
  const binaries = join(root, "runtime/root/usr/local/bin");
  for (const folder of [
    binaries,
    join(root, "runtime/owned/data"),
    join(root, "runtime/owned/tmp"),
  ])
    mkdirSync(folder, { recursive: true });
  copyFileSync(process.execPath, join(binaries, "node"));
  chmodSync(join(binaries, "node"), 0o755);
  return root;
}
