import { Client } from "../client.ts";
import type { Fault } from "../fault.ts";
import { scratchFolder, start } from "../server.ts";
import { Writes } from "../writes.ts";

export const fault: Fault = {
  description:
    "many clients at once, reading and writing: no request may fail and no write be lost",
  run: async ({ clients = 200, seconds = 300, people = 20 }) => {
    const folder = scratchFolder();
    const server = await start({ folder });
    const persons: Client[] = [];
    for (let n = 0; n < people; n += 1) persons.push(await new Client(server.address).register());
    const writes = persons.map((person) => new Writes(person));
    const timesMs: number[] = [];
    const errors: string[] = [];
    const until = Date.now() + seconds * 1_000;

    const read = async (person: Client, n: number) => {
      const paths = [
        "/api/job_posting/?limit=20",
        "/api/dashboard/",
        "/api/job_site/?limit=20",
        "/api/me/",
        "/api/job_posting/active",
      ];
      const began = performance.now();
      const { status, text } = await person.call("GET", paths[n % paths.length] ?? "");
      timesMs.push(performance.now() - began);
      if (status >= 400) errors.push(`${status} ${text.slice(0, 100)}`);
    };
    const reader = async (n: number) => {
      const person = persons[n % people] as Client;
      for (let step = n; Date.now() < until; step += 1) {
        await read(person, step).catch((error) => errors.push(String(error)));
      }
    };
    // A quarter of the clients write without pause, the others read.
    const writersEach = Math.max(1, Math.round(clients / 4 / people));
    for (const write of writes) write.start(undefined, writersEach);
    await Promise.all(Array.from({ length: clients - writersEach * people }, (_, n) => reader(n)));
    for (const write of writes) await write.end();
    for (const write of writes) if (write.failed) errors.push(`${write.failed} writes failed`);
    const code = await server.stop();
    const checks = writes.map((write) => write.lostIn(folder));
    const lost = checks.flatMap(({ lost }) => lost);
    timesMs.sort((a, b) => a - b);
    const percentile = (share: number) =>
      `${Math.round(timesMs[Math.floor(timesMs.length * share)] ?? 0)} ms`;
    return {
      figures: {
        clients,
        seconds,
        reads: timesMs.length,
        "writes acknowledged": writes.reduce((all, write) => all + write.acknowledged, 0),
        errors: errors.length,
        "acknowledged and lost": lost.length,
        "read, median / 99th percentile": `${percentile(0.5)} / ${percentile(0.99)}`,
      },
      failures: [
        ...new Set(errors.slice(0, 10)),
        ...lost.slice(0, 5),
        ...(checks[0]?.integrity === "ok" ? [] : [`integrity_check: ${checks[0]?.integrity}`]),
        ...(code === 0 ? [] : [`it ended with ${code} when asked to stop`]),
      ],
    };
  },
};
