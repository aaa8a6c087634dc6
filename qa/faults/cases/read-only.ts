import { execFileSync } from "node:child_process";
import { Client } from "../client.ts";
import { type Fault, skip } from "../fault.ts";
import { refusedStart, smallDisk, start } from "../server.ts";
import { Writes } from "../writes.ts";

export const fault: Fault = {
  description:
    "the disk is read-only at the start: the server says so and exits; once writable, nothing is lost",
  run: async () => {
    const folder = smallDisk(32);
    if (!folder) return skip("needs root, to mount a small disk");
    const server = await start({ folder });
    const client = await new Client(server.address).register();
    const writes = new Writes(client);
    writes.start(client, 4);
    await writes.waitForMore(50);
    await server.kill();
    await writes.end();
    execFileSync("mount", ["-o", "remount,ro", folder]);
    const { code, output } = await refusedStart({ folder });
    const lastLine = output.trim().split("\n").at(-1) ?? "";
    execFileSync("mount", ["-o", "remount,rw", folder]);
    const again = await start({ folder });
    await again.stop();
    const { lost, failures } = writes.lostIn(folder);
    return {
      figures: {
        "writes acknowledged": writes.acknowledged,
        "the refused start": `code ${code}: ${lastLine}`,
        "acknowledged and lost": lost.length,
      },
      failures: [
        ...failures,
        ...(code === 1 && /cannot be written/.test(lastLine)
          ? []
          : [`a start that does not explain itself: ${output}`]),
      ],
    };
  },
};
