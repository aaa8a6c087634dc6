import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** For an empty database with its log, and some more. */
const minFreeMb = 8;
const megabyte = 2 ** 20;

/** Throws where the disk lacks room to make a database or to migrate it, which writes all of it anew, first into a log. */
export function requireRoom(path: string): void {
  const { bavail, bsize, blocks } = statfsSync(nearestFolder(path));
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  const neededMb = minFreeMb + Math.ceil((2 * size) / megabyte);
  const freeMb = Math.floor((bavail * bsize) / megabyte);
  // Some network file systems say nothing.
  if (blocks === 0 || freeMb >= neededMb) return;
  throw new Error(
    `${path} is on a disk that is too full: ${neededMb} MB must be free, and ${freeMb} are. Make room and start again; nothing was changed.`,
  );
}

/** Why a file cannot be written, as the rest of a sentence about it; undefined where its owner and its disk allow it. */
export function whyUnwritable(path: string): string | undefined {
  if (isFolder(path)) return "is a folder. Name a file in it, such as foothold.db.";
  const folder = nearestFolder(path);
  for (const place of [path, folder]) {
    const code = existsSync(place) ? accessCode(place) : undefined;
    if (code === "EROFS") {
      return "cannot be written: its disk is read-only. Make it writable and start again.";
    }
    if (code === "EACCES" || code === "EPERM") return whoOwns(path, place);
  }
  return undefined;
}

function whoOwns(path: string, place: string): string | undefined {
  const account = process.getuid?.();
  if (account === undefined) return undefined;
  const owner = statSync(place).uid;
  const folder = dirname(path);
  const which = place === path ? "it" : place;
  if (owner === account) {
    return `cannot be written: ${which} does not let its owner write. Allow it: chmod u+rwX ${place}`;
  }
  const whose = `cannot be written: ${which} belongs to user ${owner}, and Foothold runs as user ${account}.`;
  return place === path || place === folder
    ? `${whose} Run it as user ${owner}, or give ${folder} and all in it to user ${account} (chown -R).`
    : `${whose} Make its folder first: install -d -m 0700 -o ${account} ${folder}`;
}

function nearestFolder(path: string): string {
  const folder = dirname(path);
  return folder === path || existsSync(folder) ? folder : nearestFolder(folder);
}

const isFolder = (path: string) => existsSync(path) && statSync(path).isDirectory();

function accessCode(path: string): string | undefined {
  try {
    accessSync(path, constants.W_OK);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
}
