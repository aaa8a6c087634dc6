import { withBase } from "@/lib/base-path.ts";
import { type ReadReply, readLimits } from "@/lib/capture/read-answer.ts";

/** What is to be read: what the box holds, a page that was brought, or a file. */
export type Given = { typed: string } | { url?: string; html: string } | { file: File };

const lost = "Foothold did not answer. What you pasted is still here. Try again in a moment.";
const signedOut = "You are signed out. Sign in in a new tab, then read it again.";
const tooMuch = "That is more than 10 MB. Paste the posting’s text instead.";

/** Asks the server to read it. Gives a sentence where it cannot; undefined where `signal` has stopped it. */
export async function askToRead(given: Given, signal: AbortSignal): Promise<ReadReply | undefined> {
  const body = "file" in given ? given.file : JSON.stringify(given);
  // A server that refuses before it has everything looks like a lost connection to a browser.
  if ((typeof body === "string" ? body.length : body.size) > readLimits.file) {
    return { error: tooMuch };
  }
  const name = "file" in given ? `?${new URLSearchParams({ name: given.file.name })}` : "";
  try {
    const response = await fetch(withBase(`/api/capture/read${name}`), {
      method: "POST",
      headers: {
        "content-type": name ? "application/octet-stream" : "application/json",
        accept: "application/json",
      },
      body,
      signal,
    });
    if (response.status === 401) return { error: signedOut };
    const reply = (await response.json()) as Partial<{ read: unknown; error: string }>;
    return reply.read ? (reply as ReadReply) : { error: reply.error || lost };
  } catch {
    return signal.aborted ? undefined : { error: lost };
  }
}
