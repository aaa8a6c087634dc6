import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, vi } from "vitest";

/** The least processor time of up to three calls, in milliseconds: other work of the machine does not count. */
export function cpuMs(run: () => unknown, enoughMs = 0): number {
  let least = Number.POSITIVE_INFINITY;
  for (let call = 0; call < 3 && least >= enoughMs; call += 1) {
    const start = process.threadCpuUsage();
    run();
    const { user, system } = process.threadCpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

const [smallLength, growth, mostGrowth] = [32_768, 4, 8];
/** Below the clock's own error no ratio means anything. */
const leastMs = 50;

/** Fails where four times the text takes more than eight times the work: linear work takes four, quadratic sixteen. */
export function expectLinear(work: (length: number) => () => unknown, name?: string): void {
  const [small, large] = [work(smallLength), work(smallLength * growth)];
  const allowedMs = Math.max(leastMs, mostGrowth * cpuMs(small));
  expect(cpuMs(large, allowedMs), name).toBeLessThan(allowedMs);
}

/** The most that a number changes between two turns of the event loop while some work runs. */
export async function largestStep(work: Promise<unknown>, read: () => Promise<number>) {
  let isRunning = true;
  const ended = work.finally(() => {
    isRunning = false;
  });
  let [largest, before] = [0, await read()];
  while (isRunning) {
    await nextTurn();
    const now = await read();
    largest = Math.max(largest, Math.abs(now - before));
    before = now;
  }
  await ended;
  return largest;
}

/**
 * How many turns of the event loop others have while some work runs. By a clock that is 20 ms later at each look, so
 * that the number does not depend on the machine's speed: work that looks at no clock gives no turns.
 */
export async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let [turns, clockMs] = [0, 0];
  const clock = vi.spyOn(performance, "now").mockImplementation(() => {
    clockMs += 20;
    return clockMs;
  });
  try {
    await largestStep(work(), async () => {
      turns += 1;
      return 0;
    });
  } finally {
    clock.mockRestore();
  }
  return turns;
}

/** The most processor time that work keeps from others at a stretch, in milliseconds: the least of up to three calls. */
export async function longestStretchMs(run: () => Promise<unknown>, enoughMs = 0): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let call = 0; call < 3 && least >= enoughMs; call += 1) {
    let [longest, isDone, last] = [0, false, process.threadCpuUsage()];
    const look = () => {
      const { user, system } = process.threadCpuUsage(last);
      longest = Math.max(longest, (user + system) / 1000);
      last = process.threadCpuUsage();
      if (!isDone) setImmediate(look);
    };
    setImmediate(look);
    await run();
    isDone = true;
    await nextTurn();
    least = Math.min(least, longest);
  }
  return least;
}
