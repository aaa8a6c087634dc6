import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { checkRateLimit, limits } from "../accounts/auth/rate-limits.ts";
import { AppError } from "../errors.ts";
import { readAddress } from "./extract/boards/read-address.ts";
import { FetchFailure } from "./fetch/failure.ts";
import { type FetchedPage, fetchPage } from "./fetch/fetch-page.ts";
import type { Capture, CaptureInput } from "./posting.ts";
import { extractInWorker } from "./worker/run-task.ts";

/** A capture, and a sentence about what could not be read: an auth wall, a refusal, a page that is too large. */
export type Captured = Capture & { note: string | null };

type Options = {
  signal?: AbortSignal;
  /** another way to the page, for tests */
  fetch?: typeof fetchPage;
};

/**
 * Reads what was given, and fetches an address that comes without its page: its board's public JSON where there is
 * one, else the page. What a site does is told in `note`. Throws `AppError` where the input is too much, and
 * `RateLimitExceeded`.
 */
export async function capture(
  actor: Actor,
  input: CaptureInput,
  { signal, fetch = fetchPage }: Options = {},
): Promise<Captured> {
  const { url, html, text } = input;
  if (!url || html || text) return { ...(await extractInWorker(input, { signal })), note: null };
  await checkRateLimit(limits.fetch, String(actor.user_id));
  try {
    return { ...(await readFetched(url, fetch, signal)), note: null };
  } catch (error) {
    // A page may be too much to read as well; that the reader is busy is no fault of the page.
    if (!(error instanceof AppError) || error.code === "too_many") throw error;
    const page = isGone(error) ? { status: 404, address: url, words: "" } : undefined;
    return { ...(await extractInWorker({ url }, { signal })), page, note: error.message };
  }
}

async function readFetched(
  url: string,
  fetch: typeof fetchPage,
  signal: AbortSignal | undefined,
): Promise<Capture> {
  const parsed = URL.parse(url);
  const dataUrl = parsed && readAddress(parsed).data_url;
  if (dataUrl) {
    const data = await fetch(dataUrl, { signal, wants: "json" }).catch(ifFailed);
    // The address that the person gave stays the posting's: the data's own is for programs.
    const read = data && (await extractInWorker({ url, html: data.text }, { signal }));
    if (read && read.postings.length > 0) return read;
  }
  const { url: address, text: html } = await fetch(url, { signal });
  const { words = "", ...read } = await extractInWorker(
    { url: address, html },
    { signal, words: true },
  );
  return { ...read, page: { status: 200, address, words } };
}

const isGone = (error: AppError) => error instanceof FetchFailure && error.reason === "gone";

/** No data is no failure: the page may still be there. */
function ifFailed(error: unknown): FetchedPage | null {
  if (error instanceof FetchFailure) return null;
  throw error;
}
