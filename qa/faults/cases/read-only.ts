import { execFileSync } from "node:child_process";
import { Client } from "../client.ts";
import { type Fault, skip } from "../fault.ts";
import { refusedStart, smallDisk, start } from "../server.ts";
import { Writes } from "../writes.ts";

export const fault: Fault = {
  what: "the disk is read-only at the start: it says so and ends; writable again, all is there",
  run: async () => {
    const folder = smallDisk(32);
    if (!folder) return skip("needs root, to mount a small disk");
    const server = await start({ folder });
    const client = await new Client(server.base).register();
    const writes = new Writes(client);
    writes.start(client, 4);
    await writes.more(50);
    await server.kill();
    await writes.end();
    execFileSync("mount", ["-o", "remount,ro", folder]);
    const { code, written } = await refusedStart({ folder });
    const said = written.trim().split("\n").at(-1) ?? "";
    execFileSync("mount", ["-o", "remount,rw", folder]);
    const again = await start({ folder });
    await again.stop();
    const { lost, integrity } = writes.lostIn(folder);
    return {
      figures: {
        "writes acknowledged": writes.acknowledged,
        "the refused start": `code ${code}: ${said}`,
        "acknowledged and lost": lost.length,
      },
      faults: [
        ...lost.slice(0, 5),
        ...(code === 1 && /cannot be written/.test(said)
          ? []
          : [`a start that does not explain itself: ${written}`]),
        ...(integrity === "ok" ? [] : [`integrity_check: ${integrity}`]),
      ],
    };
  },
};
