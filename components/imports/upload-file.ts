import { withBase } from "@/lib/base-path.ts";
import { importLimits, tooLarge } from "@/lib/imports/spreadsheet/limits.ts";

/** What the server says of a file while it reads it: see lib/imports/upload.ts. */
export type UploadLine = {
  step?: "read" | "plan";
  rows?: number;
  of?: number;
  id?: number;
  sheets?: string[];
  error?: string;
};

type Options = { sheet?: string; signal: AbortSignal; onLine: (line: UploadLine) => void };

/**
 * Sends a file to be read and tells `onLine` each line of the answer. Throws with a sentence for the
 * person where the server cannot be reached or refuses; `signal` stops it.
 */
export async function uploadFile(file: File, { sheet, signal, onLine }: Options): Promise<void> {
  // A server that refuses before it has everything looks like a lost connection to a browser.
  if (file.size > importLimits.bytes) throw new Error(tooLarge);
  const query = new URLSearchParams({ name: file.name, ...(sheet ? { sheet } : {}) });
  const response = await fetch(withBase(`/api/import_batch/upload?${query}`), {
    method: "POST",
    body: file,
    headers: { "content-type": "application/octet-stream" },
    signal,
  }).catch(() => {
    if (signal.aborted) throw new DOMException("Stopped.", "AbortError");
    throw new Error("The file did not arrive. Check your connection and try again.");
  });
  if (!response.ok || !response.body) throw new Error(await refusal(response));
  let rest = "";
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(JSON.parse(line) as UploadLine);
  }
}

async function refusal(response: Response): Promise<string> {
  if (response.status === 401) {
    return "You are signed out. Sign in in a new tab, then choose the file again.";
  }
  const body: unknown = await response.json().catch(() => null);
  const texts = typeof body === "object" && body !== null ? Object.values(body).flat() : [];
  const sentence = texts.find((text) => typeof text === "string");
  return sentence ?? "The file could not be read. Try again, or save it as CSV first.";
}
