import "server-only";
import { Worker } from "node:worker_threads";
import { shared } from "../../../db/process-state.ts";
import { AppError } from "../../errors.ts";
import { log } from "../../runtime/log.ts";
import { beforeEnd } from "../../runtime/shutdown.ts";
import { Turns } from "../../runtime/turns.ts";
import type { CaptureInput } from "../posting.ts";
import type { CapturedWords, Reply, Task, TaskResult } from "./task.ts";

const timeLimitMs = 8_000;
const idleMs = 30_000;
/** From this size of an input on, in characters or bytes, the worker ends at once: its heap would stay as large. */
const largeInput = 1_000_000;
/** Heap of the worker. A page of 5 MB needs a part of it; what needs more is ended with its worker. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

/** What is longer is not read, in characters: a fetched page of 5 MB, or the page and text that the API takes. */
export const maxInputChars = 5_500_000;

const tooLong = "This takes too long to read. Paste only the part that describes the posting.";
const tooMuch = "This is more than could be read. Paste only the part that describes the posting.";

const stopped = "Stopped.";

type State = { worker: Worker | null; idle: NodeJS.Timeout | undefined; turns: Turns };

/** One worker for the whole process, which its tasks share in turn. */
const state = shared<State>("capture worker", () => {
  beforeEnd(async () => void (await endWorker()));
  const sentence = "Many postings are being read just now. Try again in a minute.";
  return { worker: null, idle: undefined, turns: new Turns({ running: 1, waiting: 20, sentence }) };
});

/** Ends the worker, if there is one; the next task starts another. */
export async function endWorker(): Promise<void> {
  const { worker } = state;
  clearTimeout(state.idle);
  state.worker = null;
  await worker?.terminate();
}

function openWorker(): Worker {
  if (state.worker) return state.worker;
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { resourceLimits });
  // One that fails between two tasks is replaced by the next.
  worker.on("error", () => {
    if (state.worker === worker) state.worker = null;
  });
  worker.unref();
  state.worker = worker;
  return worker;
}

let lastId = 0;

/** Runs a task in the worker. Throws `AppError` with a sentence where it takes too long or too much, or is refused. */
export function runTask<Kind extends Task["kind"]>(
  task: Task & { kind: Kind },
  { signal, limitMs = timeLimitMs }: { signal?: AbortSignal | undefined; limitMs?: number } = {},
): Promise<TaskResult[Kind]> {
  return state.turns.take(async () => {
    if (signal?.aborted) throw new AppError(stopped);
    clearTimeout(state.idle);
    try {
      return (await ask(task, limitMs, signal)) as TaskResult[Kind];
    } finally {
      state.idle = setTimeout(endWorker, sizeOf(task) < largeInput ? idleMs : 0).unref();
    }
  });
}

const sizeOf = (task: Task): number =>
  task.kind === "file"
    ? task.bytes.length
    : (task.input.html?.length ?? 0) + (task.input.text?.length ?? 0);

async function ask(task: Task, limitMs: number, signal?: AbortSignal) {
  const worker = openWorker();
  const id = ++lastId;
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const onMessage = (reply: Reply) => reply.id === id && resolve(reply);
  const stop = () => reject(new AppError(stopped));
  worker.on("message", onMessage).on("error", reject);
  signal?.addEventListener("abort", stop);
  const timer = setTimeout(() => reject(new AppError(tooLong, "invalid")), limitMs);
  worker.postMessage({ id, task });
  try {
    const reply = await promise;
    if ("refused" in reply) throw new AppError(reply.refused, "invalid");
    if ("result" in reply) return reply.result;
    log("error", "capture", {
      message: "What was to be read made the reader fail.",
      place: reply.fault,
    });
    throw new AppError(tooMuch, "invalid");
  } catch (error) {
    // Where it did not answer, what it does now must not go on.
    if (!(error instanceof AppError) || error.message === tooLong || signal?.aborted)
      await endWorker();
    throw error instanceof AppError ? error : new AppError(tooMuch, "invalid");
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
    worker.off("message", onMessage).off("error", reject);
  }
}

/** Reads the postings of an input, beside the event loop. Throws `AppError` where it is too long or takes too much. */
export async function extractInWorker(
  input: CaptureInput,
  { signal, words = false }: { signal?: AbortSignal | undefined; words?: boolean } = {},
): Promise<CapturedWords> {
  const { html = "", text = "" } = input;
  if (html.length + text.length > maxInputChars) throw new AppError(tooMuch, "invalid");
  return runTask({ kind: "extract", input, words }, { signal });
}
