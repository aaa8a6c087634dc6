import type { Capture, CaptureInput } from "../posting.ts";

/** What the worker is asked for: the postings of an input and the words that its page shows, or the text of a file. */
export type Task =
  | { kind: "extract"; input: CaptureInput; words?: boolean }
  | { kind: "file"; name: string; bytes: Uint8Array };

/** `words` are the first of its page, where they were asked for. */
export type CapturedWords = Capture & { words?: string };

export type TaskResult = { extract: CapturedWords; file: CaptureInput };

/** What the worker answers; a refusal is a sentence for the person. */
export type Reply = { id: number } & (
  | { result: TaskResult[Task["kind"]] }
  | { refused: string }
  | { fault: string }
);
