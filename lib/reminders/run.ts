import "server-only";
import { log } from "../runtime/log.ts";
import { putDueDigests, putDueInterviews } from "./due.ts";
import { purgeMessages, sendWaiting } from "./outbox.ts";

let running: Promise<void> | undefined;

/** Makes and sends the reminders that are due; a second call while one runs waits for it. */
export function runReminders(): Promise<void> {
  running ??= run().finally(() => {
    running = undefined;
  });
  return running;
}

async function run(): Promise<void> {
  try {
    await putDueDigests();
    await putDueInterviews();
    await sendWaiting();
    await purgeMessages();
  } catch (error) {
    // A busy database is no reason to stop: the next minute is early enough.
    log("warn", "reminders_failed", { error: error instanceof Error ? error.name : "" });
  }
}
