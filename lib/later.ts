import { after } from "next/server.js";
import { log } from "./observe/log.ts";

/**
 * Does something once the answer is out, so that it costs the answer no time and its time tells nothing.
 * What fails is logged by its name alone: the words of an error may hold an address or a link.
 */
export function later(work: () => Promise<void>): void {
  const run = () => work().catch((error) => log("error", "after_answer", { error: nameOf(error) }));
  try {
    after(run);
  } catch {
    // No request is being answered: a command, or a test.
    setImmediate(run);
  }
}

const nameOf = (error: unknown) =>
  error instanceof Error ? [error.name, "code" in error ? error.code : ""].join(" ").trim() : "";
