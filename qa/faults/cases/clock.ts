import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "../client.ts";
import type { Fault } from "../fault.ts";
import { scratch, start } from "../server.ts";
import { Writes } from "../writes.ts";

const shim = pathToFileURL(join(import.meta.dirname, "..", "clock-shim.mjs")).href;
const day = 86_400;

export const fault: Fault = {
  what: "the clock jumps back a day, and a day ahead: nothing is lost, and nobody is locked out",
  run: async () => {
    const folder = scratch();
    const clock = join(folder, "clock");
    const to = async (seconds: number) => {
      writeFileSync(clock, String(seconds));
      await new Promise((later) => setTimeout(later, 200));
    };
    await to(0);
    const env = { FAULT_CLOCK: clock, RATE_LIMITS: "on" };
    const server = await start({ folder, env, node: ["--import", shim] });
    const client = await new Client(server.base).register();
    const writes = new Writes(client);
    const faults: string[] = [];
    const statuses: Record<string, number> = {};
    for (const [when, seconds] of [
      ["a day back", -day],
      ["now again", 0],
      ["half an hour ahead", 1_800],
      ["now once more", 0],
    ] as const) {
      const name = `nobody ${seconds} ${when}`;
      await exhaust(client, name);
      await to(seconds);
      const first = await client.call("POST", "/api/token/", { username: name, password: "x" });
      statuses[`a first try after a jump to ${when}`] = first.status;
      if (first.status === 429) faults.push(`${when}: still locked out: ${first.text}`);
      // A token from the future is refused, so that the person signs in anew.
      await client.signIn();
      writes.start(client, 2);
      await writes.more(20);
      await writes.end();
      const read = await client.call("GET", "/api/job_posting/?limit=3");
      if (read.status !== 200)
        faults.push(`${when}: a read was answered ${read.status} ${read.text}`);
    }
    if (writes.failed) faults.push(`${writes.failed} writes failed`);
    await server.stop();
    const { lost, integrity } = writes.lostIn(folder);
    if (integrity !== "ok") faults.push(`integrity_check: ${integrity}`);
    return {
      figures: {
        ...statuses,
        "writes acknowledged": writes.acknowledged,
        "acknowledged and lost": lost.length,
      },
      faults: [...faults, ...lost.slice(0, 5)],
    };
  },
};

// Uses up the tries of one name, so that its window stands in the database when the clock jumps.
async function exhaust(client: Client, username: string): Promise<void> {
  for (let n = 0; n < 12; n += 1) {
    await client.call("POST", "/api/token/", { username, password: "x" });
  }
}
