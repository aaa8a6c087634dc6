import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { extract } from "./extract/extract.ts";
import type { Capture, CaptureInput } from "./posting.ts";

/** A capture, and a sentence about what could not be read: an auth wall, a refusal, a file that is too large. */
export type Captured = Capture & { note: string | null };

/** Reads what was given, and fetches an address that comes without its page. */
export async function capture(
  _actor: Actor,
  input: CaptureInput,
  _options: { signal?: AbortSignal } = {},
): Promise<Captured> {
  return { ...extract(input), note: null };
}
