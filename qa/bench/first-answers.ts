import { Agent, type RequestOptions, request } from "node:http";
import { setTimeout } from "node:timers/promises";
import type { Round, Target } from "./load.ts";

const connection = new Agent({ keepAlive: true, maxSockets: 1 });

/**
 * Measures cache misses: each answer is the first one after a write. One connection; neither the time of the writes
 * nor what the server does after them (indexing, say) is counted.
 */
export async function loadAfterWrites(
  { server, path, ...sent }: Target,
  answers: number,
): Promise<Round> {
  let [waitedMs, usedMs] = [0, 0];
  for (let n = 0; n < answers; n++) {
    await server.write();
    await untilIdle(server.cpuMs);
    const [began, cpuBefore] = [performance.now(), server.cpuMs()];
    await send(server.address + path, sent);
    waitedMs += performance.now() - began;
    await untilIdle(server.cpuMs);
    usedMs += server.cpuMs() - cpuBefore;
  }
  return { answersPerSecond: answers / (waitedMs / 1000), cpuMsPerAnswer: usedMs / answers };
}

/** Gives a server's `write`: it changes the pay of the posting at `url`, to another value each time. */
export function writer(url: string, headers?: Record<string, string>): () => Promise<void> {
  let pay = 0;
  return () =>
    send(url, {
      method: "PATCH",
      headers: { ...headers, "content-type": "application/merge-patch+json" },
      body: JSON.stringify({ pay_range: `$${++pay}` }),
    });
}

/** Sends a request and reads the whole response. Throws where it is no 2xx. */
function send(
  url: string,
  { body, ...options }: RequestOptions & { body?: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { ...options, agent: connection }, (response) => {
      const { statusCode = 0 } = response;
      const failed = statusCode < 200 || statusCode > 299;
      response.on("end", () => (failed ? reject(new Error(`${url}: ${statusCode}`)) : resolve()));
      response.on("error", reject);
      response.resume();
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const stepMs = 4;
const idleCpuMs = 0.2;
const maxSteps = 50;

/** Waits until the server uses next to no CPU time, for 200 ms at most. */
async function untilIdle(cpuMs: () => number): Promise<void> {
  for (let step = 0; step < maxSteps; step++) {
    const before = cpuMs();
    await setTimeout(stepMs);
    if (!(cpuMs() - before > idleCpuMs)) return;
  }
}
