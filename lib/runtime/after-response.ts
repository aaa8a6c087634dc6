import { after } from "next/server.js";
import { log } from "./log.ts";
import { currentRequest } from "./request.ts";
import { beforeEnd } from "./shutdown.ts";

const running = new Set<Promise<void>>();
beforeEnd(async () => void (await Promise.all(running)));

/**
 * Does something once the answer is out, so that it costs the answer no time and its time tells nothing.
 * What fails is logged by its name alone: the words of an error may hold an address or a link.
 */
export function afterResponse(work: () => Promise<void>): void {
  const run = async () => {
    const done = work().catch((error) => log("error", "after_answer", { error: errorName(error) }));
    running.add(done);
    await done;
    running.delete(done);
  };
  const note = currentRequest();
  if (note) note.after.push(run);
  else runAfterResponse(run);
}

// No server of ours: Vercel's, or none at all, as in a command or a test.
function runAfterResponse(run: () => Promise<void>): void {
  try {
    after(run);
  } catch {
    setImmediate(run);
  }
}

const errorName = (error: unknown) =>
  error instanceof Error ? [error.name, "code" in error ? error.code : ""].join(" ").trim() : "";
