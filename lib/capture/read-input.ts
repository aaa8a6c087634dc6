import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { AppError } from "../errors.ts";
import { capture } from "./capture.ts";
import type { CaptureInput } from "./posting.ts";
import { namedPosting, previewOf } from "./preview.ts";
import type { ReadAnswer } from "./read-answer.ts";
import { readTyped } from "./typed.ts";

/** Reads a page, an address or a text for the page that shows it before it is saved. */
export async function readInput(
  actor: Actor,
  input: CaptureInput,
  signal?: AbortSignal,
): Promise<ReadAnswer> {
  return previewOf(actor, { ...input, captured: await capture(actor, input, { signal }) });
}

/**
 * Reads what was typed into the one box; of several addresses the first. Throws an `AppError` where there is nothing to
 * read.
 */
export async function readBox(
  actor: Actor,
  text: string,
  signal?: AbortSignal,
): Promise<ReadAnswer> {
  const typed = readTyped(text);
  switch (typed.kind) {
    case "nothing":
      throw new AppError("Paste an address or a text first.", "invalid");
    case "addresses":
      return readInput(actor, { url: typed.addresses[0] }, signal);
    case "page":
      return readInput(actor, { html: typed.html }, signal);
    case "text":
      return readInput(actor, { text: typed.text, url: typed.url }, signal);
    case "name": {
      const posting = namedPosting(typed.company, typed.title);
      const captured = { postings: [posting], is_list: false, note: null };
      return previewOf(actor, { captured });
    }
  }
}
