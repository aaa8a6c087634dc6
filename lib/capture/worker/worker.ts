// Runs as a worker thread. It knows no database, and no environment (lib/capture/worker/run-task.ts).
import { parentPort } from "node:worker_threads";
import { FileRefused } from "../files/refused.ts";
import type { Reply, Task, TaskResult } from "./task.ts";

// Each is loaded when it is asked for: a page needs no reader of PDF, a file no extractor.
async function run(task: Task): Promise<TaskResult[Task["kind"]]> {
  if (task.kind === "extract") {
    const { extract } = await import("../extract/extract.ts");
    const capture = extract(task.input);
    if (!task.words) return capture;
    const { shownWords } = await import("../extract/shown-words.ts");
    return { ...capture, words: shownWords(task.input.html ?? "") };
  }
  const { inputOf } = await import("../files/input-of.ts");
  return inputOf(task.name, Buffer.from(task.bytes));
}

parentPort?.on("message", async ({ id, task }: { id: number; task: Task }) => {
  const answer = (reply: Reply) => parentPort?.postMessage(reply);
  try {
    answer({ id, result: await run(task) });
  } catch (error) {
    if (error instanceof FileRefused) answer({ id, refused: error.message });
    else answer({ id, fault: String(error instanceof Error ? error.stack : error) });
  }
});
