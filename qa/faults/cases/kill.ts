import { setTimeout } from "node:timers/promises";
import { Client } from "../client.ts";
import type { Fault } from "../fault.ts";
import { scratchFolder, start } from "../server.ts";
import { Writes } from "../writes.ts";

type Rounds = {
  folder: string;
  rounds: number;
  writers: number;
  env?: Record<string, string>;
  /** called once the server is gone, before and after the check of what it left */
  beforeCheck?: (round: number) => void;
  afterCheck?: () => void;
};

/** Kills a server at random moments under write load, and checks each time what it left. */
export async function killUnderLoad({ folder, rounds, writers, env, ...calls }: Rounds) {
  const failures: string[] = [];
  const startsMs: number[] = [];
  let client: Client | undefined;
  let writes: Writes | undefined;
  for (let round = 1; round <= rounds; round += 1) {
    const began = Date.now();
    const server = await start({ folder, env });
    startsMs.push(Date.now() - began);
    client = client ? client.at(server.address) : await new Client(server.address).register();
    writes ??= new Writes(client);
    writes.start(client, writers);
    // Waits for writes first and then for a time, so that a slow machine is hit amid writes too.
    await writes.waitForMore(1 + Math.random() * 40);
    await setTimeout(Math.random() * 300);
    await server.kill();
    await writes.end();
    calls.beforeCheck?.(round);
    const { lost, integrity } = writes.lostIn(folder);
    calls.afterCheck?.();
    if (lost.length > 0) failures.push(`round ${round}: lost ${lost.slice(0, 5).join(", ")}`);
    if (integrity !== "ok") failures.push(`round ${round}: integrity_check: ${integrity}`);
    if (server.output().includes("not removed")) failures.push(`round ${round}: an unclean start`);
  }
  const figures = {
    "writes acknowledged": writes?.acknowledged ?? 0,
    "acknowledged and lost": failures.filter((line) => line.includes("lost")).length,
    integrity_check: failures.some((line) => line.includes("integrity")) ? "failed" : "ok",
  };
  return { figures, failures, startsMs: startsMs.sort((a, b) => a - b) };
}

export const fault: Fault = {
  description:
    "kill -9 at random moments under write load: each time a clean start, and nothing lost",
  run: async ({ rounds = 100, writers = 8 }) => {
    const folder = scratchFolder();
    const { figures, failures, startsMs } = await killUnderLoad({ folder, rounds, writers });
    return {
      figures: {
        kills: rounds,
        ...figures,
        "start after a kill, median": `${startsMs[Math.floor(startsMs.length / 2)]} ms`,
        "start after a kill, slowest": `${startsMs.at(-1)} ms`,
      },
      failures,
    };
  },
};
