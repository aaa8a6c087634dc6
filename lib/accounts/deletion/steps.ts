import { setTimeout as sleep } from "node:timers/promises";
import { shared } from "../../../db/process-state.ts";
import { FittingRows } from "../../runtime/fitting-rows.ts";
import { beforeEnd } from "../../runtime/shutdown.ts";

const maxPauseMs = 50;

/** Few enough for rows of any size at first, and enough for a slow disk, where each commit costs the same. */
const rowsPerStep = { first: 25, least: 10, most: 250 };

const state = shared("deletion steps", () => {
  const begun = { stopping: false, running: new Set<Promise<void>>() };
  beforeEnd(async () => {
    begun.stopping = true;
    await Promise.allSettled(begun.running);
  });
  return begun;
});

/** Thrown between two steps where the process is about to end; the next start goes on. */
class Stopped extends Error {}

/** Runs work of many steps so that the end of the process waits for its current step alone. */
export async function untilStopped(work: Promise<void>): Promise<void> {
  state.running.add(work);
  try {
    await work;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    state.running.delete(work);
  }
}

/** Repeats a step, which says whether there is more, with a pause behind each. Throws `Stopped`. */
export async function repeat(step: () => Promise<boolean>): Promise<void> {
  for (;;) {
    if (state.stopping) throw new Stopped();
    const begun = performance.now();
    if (!(await step())) return;
    // Other requests, and other processes that wait for the file, come between.
    await sleep(Math.min(maxPauseMs, Math.max(5, performance.now() - begun)));
  }
}

/** The same for a step that takes some rows: as many as it can within its time. It gives how many there were. */
export async function repeatByRows(
  step: (rows: number) => Promise<number>,
  bounds = rowsPerStep,
): Promise<void> {
  const size = new FittingRows(bounds);
  await repeat(() => size.measure(async (rows) => (await step(rows)) >= rows));
}
