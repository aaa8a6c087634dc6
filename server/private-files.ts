import { chmodSync, statSync } from "node:fs";

const ownerAlone = 0o077;

/** Keeps what is written from here on to this account alone (umask), and so the database where an earlier start left it readable. */
export function keepPrivate(databasePath: string | undefined): void {
  process.umask(ownerAlone);
  if (databasePath === undefined) return;
  for (const path of ["", "-wal", "-shm"].map((suffix) => databasePath + suffix)) {
    try {
      if (statSync(path).mode & ownerAlone) chmodSync(path, 0o600);
    } catch {
      // Not there, or another account's: the start says so where it cannot write it either.
    }
  }
}
