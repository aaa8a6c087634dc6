import type { Client } from "./client.ts";

/** Some requests one after the other: how long each took, and what went wrong. */
export async function latencies(client: Client, count: number) {
  const taken: { ms: number; error?: string }[] = [];
  for (let n = 0; n < count; n += 1) {
    const began = performance.now();
    const error = await client.call("GET", n % 2 ? "/api/me/" : "/api/job_site/").then(
      ({ status, text }) => (status === 200 ? undefined : `${status} ${text.slice(0, 80)}`),
      (problem) => String(problem),
    );
    taken.push({ ms: performance.now() - began, ...(error ? { error } : {}) });
  }
  return taken;
}
