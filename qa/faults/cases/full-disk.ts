import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "../client.ts";
import { type Fault, skip } from "../fault.ts";
import { refusedStart, smallDisk, start } from "../server.ts";
import { Writes } from "../writes.ts";

const maxWaitMs = 60_000;

export const fault: Fault = {
  description:
    "the disk fills up under writes: they are refused, reads go on, and freed space is enough to recover",
  run: async ({ megabytes = 24 }) => {
    const folder = smallDisk(megabytes);
    if (!folder) return skip("needs root, to mount a small disk");
    const server = await start({ folder });
    const client = await new Client(server.address).register();
    const writes = new Writes(client);
    writes.start(client, 4);
    await writes.waitForMore(100);
    const filler = join(folder, "filler");
    fill(filler);
    const failures: string[] = [];
    // Writes are refused only once they have used up the space that the write-ahead log had already.
    const refused = await until(async () => {
      const answer = await client.call("POST", "/api/job_site/", {
        site_name: "large",
        description: "x".repeat(190_000),
      });
      return answer.status >= 400 ? answer : undefined;
    });
    if (refused?.status !== 503)
      failures.push(`a write on a full disk: ${refused?.status} ${refused?.text}`);
    const read = await client.call("GET", "/api/job_posting/?limit=5");
    if (read.status !== 200) failures.push(`a read on a full disk: ${read.status} ${read.text}`);
    const ready = await client.call("GET", "/api/health");
    if (ready.status !== 200) failures.push(`/api/health on a full disk: ${ready.status}`);
    rmSync(filler);
    const recovered = await until(async () => {
      const answer = await client.call("POST", "/api/job_site/", { site_name: "room" });
      return answer.status === 201 ? answer : undefined;
    });
    if (!recovered) failures.push("writes did not work again once there was room");
    await writes.end();
    fill(filler);
    await server.kill();
    const { code, output } = await startOnFull(folder);
    rmSync(filler, { force: true });
    const again = await start({ folder });
    await again.stop();
    const { lost, failures: found } = writes.lostIn(folder);
    return {
      figures: {
        "writes acknowledged": writes.acknowledged,
        "writes refused": writes.failed,
        "the answer to a write": `${refused?.status} ${refused?.text}`,
        "acknowledged and lost": lost.length,
        "a start on a full disk":
          code === null ? "serves" : `ends with ${code}: ${output.trim().split("\n").at(-1)}`,
      },
      failures: [...failures, ...found],
    };
  },
};

async function startOnFull(folder: string) {
  try {
    const server = await start({ folder });
    await server.kill();
    return { code: null, output: "" };
  } catch {
    return refusedStart({ folder });
  }
}

// Until nothing more fits, even while the writers go on.
function fill(filler: string): void {
  try {
    for (;;) writeFileSync(filler, Buffer.alloc(65_536), { flag: "a" });
  } catch {
    // ENOSPC: the disk is full, as intended.
  }
}

/** Retries until there is a result, for a minute at most. */
async function until<T>(attempt: () => Promise<T | undefined>): Promise<T | undefined> {
  const end = Date.now() + maxWaitMs;
  while (Date.now() < end) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  return undefined;
}
