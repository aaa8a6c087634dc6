import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "../client.ts";
import { type Fault, skip } from "../fault.ts";
import { refusedStart, smallDisk, start } from "../server.ts";
import { Writes } from "../writes.ts";

export const fault: Fault = {
  what: "the disk runs full under writes: they are refused, what is there stays readable, and room heals it",
  run: async ({ megabytes = 24 }) => {
    const folder = smallDisk(megabytes);
    if (!folder) return skip("needs root, to mount a small disk");
    const server = await start({ folder });
    const client = await new Client(server.base).register();
    const writes = new Writes(client);
    writes.start(client, 4);
    await writes.more(100);
    const filler = join(folder, "filler");
    fill(filler);
    const faults: string[] = [];
    // The write-ahead log has room of its own, which the writes use up before they are refused.
    const refused = await until(async () => {
      const answer = await client.call("POST", "/api/job_site/", {
        site_name: "large",
        description: "x".repeat(300_000),
      });
      return answer.status >= 400 ? answer : undefined;
    });
    if (refused?.status !== 503)
      faults.push(`a write on a full disk: ${refused?.status} ${refused?.text}`);
    const read = await client.call("GET", "/api/job_posting/?limit=5");
    if (read.status !== 200) faults.push(`a read on a full disk: ${read.status} ${read.text}`);
    const ready = await client.call("GET", "/api/health");
    if (ready.status !== 200) faults.push(`/api/health on a full disk: ${ready.status}`);
    rmSync(filler);
    const healed = await until(async () => {
      const answer = await client.call("POST", "/api/job_site/", { site_name: "room" });
      return answer.status === 201 ? answer : undefined;
    });
    if (!healed) faults.push("writes did not work again once there was room");
    await writes.end();
    fill(filler);
    await server.kill();
    const { code, written } = await startOnFull(folder);
    rmSync(filler, { force: true });
    const again = await start({ folder });
    await again.stop();
    const { lost, integrity } = writes.lostIn(folder);
    if (integrity !== "ok") faults.push(`integrity_check: ${integrity}`);
    return {
      figures: {
        "writes acknowledged": writes.acknowledged,
        "writes refused": writes.failed,
        "the answer to a write": `${refused?.status} ${refused?.text}`,
        "acknowledged and lost": lost.length,
        "a start on a full disk":
          code === null ? "serves" : `ends with ${code}: ${written.trim().split("\n").at(-1)}`,
      },
      faults: [...faults, ...lost.slice(0, 5)],
    };
  },
};

async function startOnFull(folder: string) {
  try {
    const server = await start({ folder });
    await server.kill();
    return { code: null, written: "" };
  } catch {
    return refusedStart({ folder });
  }
}

// Until nothing more fits, while others write too.
function fill(filler: string): void {
  try {
    for (;;) writeFileSync(filler, Buffer.alloc(65_536), { flag: "a" });
  } catch {
    // It is full, which is what was wanted.
  }
}

async function until<T>(look: () => Promise<T | undefined>): Promise<T | undefined> {
  const end = Date.now() + 60_000;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
  }
  return undefined;
}
