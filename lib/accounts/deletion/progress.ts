import "server-only";
import { randomBytes } from "node:crypto";
import { shared } from "../../../db/process-state.ts";
import { errorText, log } from "../../runtime/log.ts";
import { sweep } from "./sweep.ts";

/** How far a deletion is: how many of its records are gone, or that all is. */
export type DeletionProgress = { gone: number; total: number; ended: boolean };

const known = shared("deletion progress", () => new Map<string, DeletionProgress>());
const maxKnown = 1_000;

/** Begins to remove the rows of a closed account in the background. Gives the key of its progress, and when it ends. */
export function beginSweep(userId: number, total: number) {
  const key = randomBytes(16).toString("base64url");
  const progress: DeletionProgress = { gone: 0, total, ended: false };
  if (known.size >= maxKnown) known.clear();
  known.set(key, progress);
  const ended = sweep(userId, (rows) => {
    progress.gone = Math.min(total, progress.gone + rows);
  });
  const settled = ended.then(
    () => {
      progress.ended = true;
    },
    // The next start resumes it.
    (error) => log("error", "account_deletion", { error: errorText(error) }),
  );
  return { key, settled };
}

/** The progress of a deletion that this process runs or ran; undefined for any other key. */
export const deletionProgress = (key: string): DeletionProgress | undefined => known.get(key);
