import { after } from "next/server.js";
import { log } from "./log.ts";
import { currentRequest } from "./request.ts";
import { beforeEnd } from "./shutdown.ts";

const running = new Set<Promise<void>>();
beforeEnd(async () => void (await Promise.all(running)));

/**
 * Runs a task after the response, so that it neither delays the response nor leaks anything through its timing.
 * A failure is logged by the error's name alone: its message may hold an address or a link.
 */
export function afterResponse(work: () => Promise<void>): void {
  const run = async () => {
    const done = work().catch((error) => log("error", "after_answer", { error: errorName(error) }));
    running.add(done);
    await done;
    running.delete(done);
  };
  const context = currentRequest();
  if (context) context.after.push(run);
  else runAfterResponse(run);
}

// Not on our server: on Vercel, or outside of a server, as in a command or a test.
function runAfterResponse(run: () => Promise<void>): void {
  try {
    after(run);
  } catch {
    setImmediate(run);
  }
}

const errorName = (error: unknown) =>
  error instanceof Error ? [error.name, "code" in error ? error.code : ""].join(" ").trim() : "";
