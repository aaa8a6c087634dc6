import "server-only";
import { AppError } from "../../errors.ts";
import type { CaptureInput } from "../posting.ts";
import { runTask } from "../worker/run-task.ts";

/** The largest file, in bytes. */
export const maxFileBytes = 10 * 1024 * 1024;

/** A dropped file as the extractor takes it. Throws `AppError` with a sentence where it cannot be read. */
export async function readFile(
  name: string,
  bytes: Uint8Array,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<CaptureInput> {
  if (bytes.length > maxFileBytes)
    throw new AppError(
      "This file is larger than 10 MB. Paste the posting's text instead.",
      "invalid",
    );
  return { ...(await runTask({ kind: "file", name, bytes }, options)), source: "file" };
}
