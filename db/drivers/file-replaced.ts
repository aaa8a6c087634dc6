import { statSync } from "node:fs";

/** A check costs a microsecond. */
const checkIntervalMs = 250;

/**
 * Gives a function that tells whether the path leads to another file than when it was opened. Writes to a file
 * that was moved away or replaced would otherwise go on into the old one unnoticed.
 */
export function fileReplacedCheck(path: string): () => boolean {
  const identity = () => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found && `${found.dev} ${found.ino}`;
  };
  const opened = identity();
  let checkedAt = Date.now();
  return () => {
    const now = Date.now();
    if (Math.abs(now - checkedAt) < checkIntervalMs) return false;
    checkedAt = now;
    return identity() !== opened;
  };
}
