import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const shim = pathToFileURL(join(import.meta.dirname, "clock-shim.mjs")).href;

/** A clock that the servers started with its options follow; `set` shifts it by seconds, and waits until they see it. */
export async function faultClock(folder: string) {
  const path = join(folder, "clock");
  const set = async (seconds: number) => {
    writeFileSync(path, String(seconds));
    await setTimeout(200);
  };
  await set(0);
  return { set, env: { FAULT_CLOCK: path }, nodeArgs: ["--import", shim] };
}
