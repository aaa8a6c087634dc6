import { type Agent, get } from "node:http";
import { setTimeout } from "node:timers/promises";

/** How often `/api/health` is asked. */
export const intervalMs = 20;

/** Asks `/api/health` every 20 ms while `work` runs; gives the longest wait for an answer, and what `work` gave. */
export async function longestWait<Result>(
  address: string,
  work: () => Promise<Result>,
): Promise<{ longestMs: number; result: Result }> {
  let isDone = false;
  let longestMs = 0;
  const watch = (async () => {
    while (!isDone) {
      const began = performance.now();
      await ask(`${address}/api/health`);
      longestMs = Math.max(longestMs, performance.now() - began);
      await setTimeout(intervalMs);
    }
  })();
  const result = await work().finally(() => {
    isDone = true;
  });
  await watch;
  return { longestMs: Math.round(longestMs), result };
}

/** Asks for an address and reads the answer. */
export function ask(url: string, agent?: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => response.resume().once("end", resolve)).once("error", reject);
  });
}
