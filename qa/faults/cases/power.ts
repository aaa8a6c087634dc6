import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "../client.ts";
import { type Fault, skip } from "../fault.ts";
import { scratch, start } from "../server.ts";
import { Writes } from "../writes.ts";

const source = fileURLToPath(new URL("../power-shim.c", import.meta.url));
const sector = 512;

export const fault: Fault = {
  what: "power loss under write load: what was not synced is dropped, or only some sectors of it arrive",
  run: async ({ rounds = 40, writers = 8 }) => {
    const home = scratch();
    const shim = join(home, "power-shim.so");
    if (process.platform !== "linux" || !compiled(shim)) {
      return skip("needs Linux and a C compiler (Debian: apt-get install gcc libc6-dev)");
    }
    const [folder, shadow] = [join(home, "data"), join(home, "synced")];
    for (const path of [folder, shadow]) mkdirSync(path);
    const env = { LD_PRELOAD: shim, FAULT_DATA: folder, FAULT_SHADOW: shadow };
    const faults: string[] = [];
    let client: Client | undefined;
    let writes: Writes | undefined;
    let [dropped, torn] = [0, 0];
    for (let round = 1; round <= rounds; round += 1) {
      const server = await start({ folder, env });
      client = client ? client.at(server.base) : await new Client(server.base).register();
      writes ??= new Writes(client);
      writes.start(client, writers);
      await writes.more(1 + Math.random() * 40);
      await new Promise((later) => setTimeout(later, Math.random() * 300));
      await server.kill();
      await writes.end();
      if (loseUnsynced(folder, shadow, round % 2 === 0)) torn += 1;
      dropped += 1;
      const { lost, integrity } = writes.lostIn(folder);
      takeAsSynced(folder, shadow);
      if (lost.length > 0) faults.push(`round ${round}: lost ${lost.slice(0, 5).join(", ")}`);
      if (integrity !== "ok") faults.push(`round ${round}: integrity_check: ${integrity}`);
    }
    return {
      figures: {
        "power losses": dropped,
        "of them with torn writes": torn,
        "writes acknowledged": writes?.acknowledged ?? 0,
        "acknowledged and lost": faults.filter((line) => line.includes("lost")).length,
        integrity_check: faults.some((line) => line.includes("integrity")) ? "failed" : "ok",
      },
      faults,
    };
  },
};

function compiled(shim: string): boolean {
  try {
    execFileSync("cc", ["-shared", "-fPIC", "-O2", "-o", shim, source, "-ldl"], {
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Leaves of the folder what had reached the disk: the synced copies, and where `tear` is asked for, each
 * sector that was written since by the toss of a coin. Says whether there was such a sector.
 */
function loseUnsynced(folder: string, shadow: string, tear: boolean): boolean {
  let mixed = false;
  for (const name of readdirSync(shadow).filter((file) => file.endsWith(".part"))) {
    rmSync(join(shadow, name));
  }
  for (const name of readdirSync(folder)) {
    const [path, kept] = [join(folder, name), join(shadow, name)];
    const synced = existsSync(kept) ? readFileSync(kept) : undefined;
    // Shared memory is built anew, and a file that was never synced may not be there at all.
    if (!synced || name.endsWith("-shm")) {
      rmSync(path);
      continue;
    }
    const written = readFileSync(path);
    const left = tear ? Buffer.alloc(Math.max(written.length, synced.length)) : synced;
    if (tear) {
      synced.copy(left);
      for (let at = 0; at < written.length; at += sector) {
        const [ours, theirs] = [written.subarray(at, at + sector), left.subarray(at, at + sector)];
        if (ours.equals(theirs) || Math.random() < 0.5) continue;
        ours.copy(left, at);
        mixed = true;
      }
    }
    writeFileSync(path, left);
  }
  return mixed;
}

/** Takes what lies in the folder for what is on the disk: a look into the database has changed its files. */
function takeAsSynced(folder: string, shadow: string): void {
  for (const name of readdirSync(shadow)) rmSync(join(shadow, name));
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(shadow, name));
}
