import { Client } from "../client.ts";
import type { Fault } from "../fault.ts";
import { scratch, start } from "../server.ts";
import { Writes } from "../writes.ts";

export const fault: Fault = {
  what: "kill -9 at random moments under write load; each time a clean start on what is left",
  run: async ({ rounds = 100, writers = 8 }) => {
    const folder = scratch();
    const faults: string[] = [];
    const starts: number[] = [];
    let client: Client | undefined;
    let writes: Writes | undefined;
    for (let round = 1; round <= rounds; round += 1) {
      const began = Date.now();
      const server = await start({ folder });
      starts.push(Date.now() - began);
      client = client ? client.at(server.base) : await new Client(server.base).register();
      writes ??= new Writes(client);
      writes.start(client, writers);
      // By writes and then by time, so that a slow machine too is hit in the midst of them.
      await writes.more(1 + Math.random() * 40);
      await new Promise((later) => setTimeout(later, Math.random() * 300));
      await server.kill();
      await writes.end();
      const { lost, integrity } = writes.lostIn(folder);
      if (lost.length > 0) faults.push(`round ${round}: lost ${lost.slice(0, 5).join(", ")}`);
      if (integrity !== "ok") faults.push(`round ${round}: integrity_check: ${integrity}`);
      if (server.written().includes("not removed")) faults.push(`round ${round}: an unclean start`);
    }
    starts.sort((a, b) => a - b);
    return {
      figures: {
        kills: rounds,
        "writes acknowledged": writes?.acknowledged ?? 0,
        "acknowledged and lost": faults.filter((line) => line.includes("lost")).length,
        integrity_check: faults.some((line) => line.includes("integrity")) ? "failed" : "ok",
        "start after a kill, median": `${starts[Math.floor(starts.length / 2)]} ms`,
        "start after a kill, slowest": `${starts.at(-1)} ms`,
      },
      faults,
    };
  },
};
