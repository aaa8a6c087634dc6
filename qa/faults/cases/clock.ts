import { Client } from "../client.ts";
import type { Fault } from "../fault.ts";
import { faultClock } from "../fault-clock.ts";
import { scratchFolder, start } from "../server.ts";
import { Writes } from "../writes.ts";

const daySeconds = 86_400;

export const fault: Fault = {
  description:
    "the clock jumps back a day and half an hour ahead: nothing is lost, and nobody is locked out",
  run: async () => {
    const folder = scratchFolder();
    const clock = await faultClock(folder);
    const env = { ...clock.env, RATE_LIMITS: "on" };
    const server = await start({ folder, env, nodeArgs: clock.nodeArgs });
    const client = await new Client(server.address).register();
    const writes = new Writes(client);
    const failures: string[] = [];
    const statuses: Record<string, number> = {};
    for (const [when, seconds] of [
      ["a day back", -daySeconds],
      ["now again", 0],
      ["half an hour ahead", 1_800],
      ["now once more", 0],
    ] as const) {
      const name = `nobody ${seconds} ${when}`;
      await exhaustLimit(client, name);
      await clock.set(seconds);
      const first = await client.call("POST", "/api/token/", { username: name, password: "x" });
      statuses[`a first try after a jump to ${when}`] = first.status;
      if (first.status === 429) failures.push(`${when}: still locked out: ${first.text}`);
      // A token from the future is refused, so the client gets a new one.
      await client.signIn();
      writes.start(client, 2);
      await writes.waitForMore(20);
      await writes.end();
      const read = await client.call("GET", "/api/job_posting/?limit=3");
      if (read.status !== 200)
        failures.push(`${when}: a read was answered ${read.status} ${read.text}`);
    }
    if (writes.failed) failures.push(`${writes.failed} writes failed`);
    await server.stop();
    const { lost, failures: found } = writes.lostIn(folder);
    return {
      figures: {
        ...statuses,
        "writes acknowledged": writes.acknowledged,
        "acknowledged and lost": lost.length,
      },
      failures: [...failures, ...found],
    };
  },
};

// Exceeds the rate limit of one username, so that its window is in the database when the clock jumps.
async function exhaustLimit(client: Client, username: string): Promise<void> {
  for (let n = 0; n < 12; n += 1) {
    await client.call("POST", "/api/token/", { username, password: "x" });
  }
}
