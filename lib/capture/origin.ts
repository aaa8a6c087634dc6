import type { Capture, CaptureInput, Origin } from "./posting.ts";

/** What a posting was read from: a page that was sent or fetched, or a text; null where nothing was given to read. */
export function originOf(input: CaptureInput, { page }: Capture): Origin | null {
  const { url, html, text, source } = input;
  const address = page?.address ?? url ?? "";
  if (html) return { source: source ?? "page", address };
  if (text) return { source: source ?? "text", address };
  return url ? { source: "address", address } : null;
}
