import { statSync } from "node:fs";

/** A file is looked at so often, in milliseconds: a look costs a thousandth of one. */
const pause = 250;

/**
 * Watches whether a path still leads to the file that was opened. Else what is written to a file that was moved
 * away or replaced would go on into the old one, and nobody would notice.
 */
export function watched(path: string): () => boolean {
  const identity = () => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found && `${found.dev} ${found.ino}`;
  };
  const opened = identity();
  let looked = Date.now();
  return () => {
    const now = Date.now();
    if (Math.abs(now - looked) < pause) return false;
    looked = now;
    return identity() !== opened;
  };
}
