// A worker that asks `/api/health` every 20 ms until it is ended, so that the work of whoever sends requests is not
// counted as a wait. It shares two numbers: the longest wait in ms, and since when the present answer is waited for.

import { setTimeout } from "node:timers/promises";
import { workerData } from "node:worker_threads";
import { ask, intervalMs } from "./stalls.ts";

const { address, shared } = workerData as { address: string; shared: SharedArrayBuffer };
const numbers = new Float64Array(shared);
const now = () => performance.timeOrigin + performance.now();

for (;;) {
  const began = now();
  numbers[1] = began;
  await ask(`${address}/api/health`);
  numbers[1] = 0;
  numbers[0] = Math.max(numbers[0] ?? 0, now() - began);
  await setTimeout(intervalMs);
}
