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
import { type Fault, skip } from "../fault.ts";
import { scratchFolder } from "../server.ts";
import { killUnderLoad } from "./kill.ts";

const source = fileURLToPath(new URL("../power-shim.c", import.meta.url));
const sectorBytes = 512;

export const fault: Fault = {
  description:
    "power loss under write load: unsynced data is lost, or only some of its sectors reach the disk",
  run: async ({ rounds = 40, writers = 8 }) => {
    const root = scratchFolder();
    const shim = join(root, "power-shim.so");
    if (process.platform !== "linux" || !compile(shim)) {
      return skip("needs Linux and a C compiler (Debian: apt-get install gcc libc6-dev)");
    }
    const [folder, shadow] = [join(root, "data"), join(root, "synced")];
    for (const path of [folder, shadow]) mkdirSync(path);
    const env = { LD_PRELOAD: shim, FAULT_DATA: folder, FAULT_SHADOW: shadow };
    let torn = 0;
    const { figures, failures } = await killUnderLoad({
      folder,
      rounds,
      writers,
      env,
      beforeCheck: (round) => {
        if (loseUnsynced(folder, shadow, round % 2 === 0)) torn += 1;
      },
      afterCheck: () => copyToShadow(folder, shadow),
    });
    return {
      figures: { "power losses": rounds, "of them with torn writes": torn, ...figures },
      failures,
    };
  },
};

function compile(shim: string): boolean {
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
 * Leaves in the folder what would have reached the disk: the synced copies; with `tear` also each sector written
 * since, with a chance of one half. Returns whether any such sector was written (a torn write).
 */
function loseUnsynced(folder: string, shadow: string, tear: boolean): boolean {
  let isTorn = false;
  for (const name of readdirSync(shadow).filter((file) => file.endsWith(".part"))) {
    rmSync(join(shadow, name));
  }
  for (const name of readdirSync(folder)) {
    const [path, copy] = [join(folder, name), join(shadow, name)];
    const synced = existsSync(copy) ? readFileSync(copy) : undefined;
    // SQLite rebuilds shared memory, and a file that was never synced may be missing.
    if (!synced || name.endsWith("-shm")) {
      rmSync(path);
      continue;
    }
    const written = readFileSync(path);
    const result = tear ? Buffer.alloc(Math.max(written.length, synced.length)) : synced;
    if (tear) {
      synced.copy(result);
      for (let at = 0; at < written.length; at += sectorBytes) {
        const [newSector, oldSector] = [
          written.subarray(at, at + sectorBytes),
          result.subarray(at, at + sectorBytes),
        ];
        if (newSector.equals(oldSector) || Math.random() < 0.5) continue;
        newSector.copy(result, at);
        isTorn = true;
      }
    }
    writeFileSync(path, result);
  }
  return isTorn;
}

/** Copies the folder to the shadow folder: reading the database has changed its files. */
function copyToShadow(folder: string, shadow: string): void {
  for (const name of readdirSync(shadow)) rmSync(join(shadow, name));
  for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(shadow, name));
}
