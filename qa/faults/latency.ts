import type { Client } from "./client.ts";

/** Sends requests one after the other, and gives how long each took and its error, if any. */
export async function latencies(client: Client, count: number) {
  const measured: { ms: number; error?: string }[] = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    const error = await client.call("GET", n % 2 ? "/api/me/" : "/api/job_site/").then(
      ({ status, text }) => (status === 200 ? undefined : `${status} ${text.slice(0, 80)}`),
      (reason) => String(reason),
    );
    measured.push({ ms: performance.now() - began, ...(error ? { error } : {}) });
  }
  return measured;
}

/** The median in whole milliseconds. */
export const medianMs = (measured: { ms: number }[]): number =>
  Math.round(measured.map(({ ms }) => ms).sort((a, b) => a - b)[measured.length >> 1] ?? 0);
