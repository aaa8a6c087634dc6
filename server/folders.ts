import { accessSync, constants, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname } from "node:path";
import { CliError } from "../scripts/cli-error.mjs";

/** Throws CliError where the database is in a volume without a name, which a new container would not get. */
export function requireLastingFolder(databasePath: string): void {
  const folder = dirname(databasePath);
  if (!isNamelessVolume(folder, readMounts())) return;
  throw new CliError(
    `The data would be lost with this container: ${folder} is a volume without a name. Give it one, as with -v foothold:${folder}, or keep nothing, with -e DATABASE_URL=file:${tmpdir()}/foothold.db.`,
  );
}

/** Throws CliError where there is no place for a file that somebody imports. */
export function requireTemporaryFolder(): void {
  const folder = tmpdir();
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new CliError(
      `${folder} cannot be written, where files to import are kept for a moment. Make it writable (in a container --tmpfs ${folder}), or set TMPDIR to a folder that is.`,
    );
  }
}

/**
 * Whether a folder is in a container's anonymous volume, by the lines of /proc/self/mountinfo: engines name those by
 * 64 hexadecimal digits.
 */
export function isNamelessVolume(folder: string, mountinfo: string): boolean {
  const mounts = mountinfo.split("\n").map((line) => {
    const [, , , root = "", point = ""] = line.split(" ");
    return { root, point };
  });
  const around = mounts.filter(({ point }) => `${folder}/`.startsWith(`${point}/`));
  const longest = Math.max(0, ...around.map(({ point }) => point.length));
  // Of two at one place the later hides the other.
  const nearest = around.findLast(({ point }) => point.length === longest);
  return nearest !== undefined && /\/volumes\/[0-9a-f]{64}(\/_data)?$/.test(nearest.root);
}

// Linux alone has it.
function readMounts(): string {
  try {
    return readFileSync("/proc/self/mountinfo", "utf8");
  } catch {
    return "";
  }
}
