import { deepEqual, equal, match } from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { earlierDatabase, versions } from "../../db/testing.ts";
import { run } from "../../scripts/command.mjs";
import { freePort } from "../../scripts/free-port.ts";
import { cleanUp, scratchFolder, smallDisk } from "../faults/server.ts";

type Refusal = {
  words: string;
  /** the one line that the start prints */
  says: RegExp;
  env?: Record<string, string>;
  prepare?: (folder: string) => void;
  /** on a disk in memory of that size, which root alone can mount */
  diskMb?: number;
};
type SpawnOptions = { env: NodeJS.ProcessEnv; cwd: string; uid?: number; gid?: number };

/**
 * Checks what a start says that cannot go on: one line that names the cause and what to do, exit code 1, and no file
 * is made. `port` is one that is in use.
 */
export async function checkRefusals(
  command: string[],
  options: SpawnOptions,
  port: number,
): Promise<void> {
  // Root may write everything, and an ordinary user can give nothing to another.
  const isRoot = process.getuid?.() === 0;
  const refusals = [...forEverybody(port), ...(isRoot ? betweenUsers : [])];
  for (const refusal of refusals) {
    try {
      await check(refusal, command, options);
    } catch (cause) {
      throw new Error(`A start with ${refusal.words} is not refused as it should be.`, { cause });
    } finally {
      await cleanUp();
    }
  }
  const left = isRoot ? "" : `; ${betweenUsers.length} more need root`;
  console.log(`${refusals.length} starts that cannot go on are refused in words${left}.`);
}

async function check(
  { says, env, prepare, diskMb }: Refusal,
  [program = "", ...args]: string[],
  options: SpawnOptions,
): Promise<void> {
  const folder = diskMb ? smallDisk(diskMb) : scratchFolder();
  if (!folder) throw new Error("A small disk could not be mounted.");
  const { uid, gid } = options;
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  prepare?.(folder);
  const files = readdirSync(folder);
  const DATABASE_URL = `file:${join(folder, "foothold.db")}`;
  const PORT = String(await freePort());
  const all = { ...options.env, DATABASE_URL, PORT, ...env };
  const { code, output } = await run(program, args, { ...options, quiet: true, env: all });
  equal(code, 1, output);
  match(output, /^[^\n]+\n$/);
  match(output, says);
  deepEqual(readdirSync(folder), files, "no file is made");
}

const database = (folder: string) => join(folder, "foothold.db");

function withDatabase(change: (folder: string) => void) {
  return (folder: string) => {
    renameSync(earlierDatabase(scratchFolder(), versions.length), database(folder));
    change(folder);
  };
}

const forEverybody = (port: number): Refusal[] => [
  {
    words: "a short AUTH_SECRET",
    env: { AUTH_SECRET: "short" },
    says: /^AUTH_SECRET must have 16 characters or more\.$/m,
  },
  {
    words: "a PORT that is no number",
    env: { PORT: "web" },
    says: /^PORT must be a number from 1 to 65535, and is "web"\.$/m,
  },
  {
    words: "a port in use",
    env: { PORT: String(port) },
    says: new RegExp(`^Port ${port} is in use\\. .* such as PORT=${port + 1}\\.$`, "m"),
  },
  {
    words: "another machine's HOST",
    env: { HOST: "192.0.2.1" },
    says: /^HOST=192\.0\.2\.1 is not an address of this machine\.$/m,
  },
  {
    words: "a DATABASE_URL that is a path",
    env: { DATABASE_URL: "/data/foothold.db" },
    says: /^DATABASE_URL must be "file:" and a path/m,
  },
  {
    words: "no place for uploads",
    env: { TMPDIR: "/nowhere" },
    says: /^\/nowhere cannot be written, where files to import .* TMPDIR to a folder that is\.$/m,
  },
  {
    words: "a folder in the system's",
    env: { DATABASE_URL: "file:/usr/nowhere/foothold.db" },
    says: /^\/usr\/nowhere\S* cannot be written: (its disk is read-only|\/usr belongs to user 0, .* install -d -m 0700 -o \d+ \/usr\/nowhere$)/m,
  },
  {
    words: "a data folder that is read-only",
    prepare: (folder) => chmodSync(folder, 0o555),
    says: /foothold\.db cannot be written: \S+ does not let its owner write\. Allow it: chmod u\+rwX \S+$/m,
  },
  {
    words: "a folder in the database's place",
    prepare: (folder) => mkdirSync(database(folder)),
    says: /foothold\.db is a folder\. Name a file in it, such as foothold\.db\.$/m,
  },
  {
    words: "a file that is no database",
    prepare: (folder) => {
      writeFileSync(database(folder), "words ".repeat(900));
      chmodSync(database(folder), 0o666);
    },
    says: /foothold\.db is no database, or is damaged\. Restore it from a backup\.$/m,
  },
];

const ofRoot = (path: string, mode: number) => {
  chownSync(path, 0, 0);
  chmodSync(path, mode);
};

const betweenUsers: Refusal[] = [
  {
    words: "a data folder of root's",
    prepare: (folder) => ofRoot(folder, 0o755),
    says: /foothold\.db cannot be written: \S+ belongs to user 0, and Foothold runs as user \d+\. .* \(chown -R\)\.$/m,
  },
  {
    words: "a data folder that it may not enter",
    prepare: withDatabase((folder) => ofRoot(folder, 0o700)),
    says: /foothold\.db cannot be written: \S+ belongs to user 0, and Foothold runs as user \d+\./m,
  },
  {
    words: "a database that it may only read",
    prepare: withDatabase((folder) => ofRoot(database(folder), 0o644)),
    says: /foothold\.db cannot be written: it belongs to user 0, and Foothold runs as user \d+\./m,
  },
  {
    words: "a full disk",
    diskMb: 2,
    says: /foothold\.db is on a disk that is too full: 8 MB must be free, and \d are\. Make room/m,
  },
  {
    words: "a read-only disk",
    diskMb: 16,
    prepare: (folder) => execFileSync("mount", ["-o", "remount,ro", folder]),
    says: /foothold\.db cannot be written: its disk is read-only\. Make it writable and start again\.$/m,
  },
];
