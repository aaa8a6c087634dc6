import "server-only";
import type { IncomingMessage } from "node:http";
import { env } from "../../env.ts";
import { fetchableUrl, isSignIn } from "./address.ts";
import { readBody } from "./body.ts";
import { decodePage } from "./charset.ts";
import { FetchFailure } from "./failure.ts";
import { type Network, publicNetwork, resolveHost } from "./network.ts";
import { accepted, get } from "./request.ts";

const maxRedirects = 5;
const timeoutMs = 10_000;

/** A page as it was fetched: the address that it was found at, and its text (HTML, JSON, XML or plain). */
export type FetchedPage = { url: string; text: string };

type FetchOptions = {
  signal?: AbortSignal | undefined;
  timeoutMs?: number;
  /** what is asked for first: a page, or a board's JSON */
  wants?: "page" | "json";
};

/** Fetches a page of the public internet. Throws `FetchFailure`, whose message says what stood in the way. */
export function fetchPage(address: string, options: FetchOptions = {}): Promise<FetchedPage> {
  if (!env().FETCH) return Promise.reject(new FetchFailure("off"));
  return fetchFrom(publicNetwork, address, options);
}

/** `fetchPage` within a network, which tests choose. */
export async function fetchFrom(
  network: Network,
  address: string,
  options: FetchOptions = {},
): Promise<FetchedPage> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  try {
    return await Promise.race([
      follow(network, fetchableUrl(address), { ...options, signal }),
      aborted(signal),
    ]);
  } catch (error) {
    if (error instanceof FetchFailure) throw error;
    throw new FetchFailure(signal.aborted ? "slow" : reasonOf(error));
  }
}

// A resolver cannot be stopped, so nobody waits for it.
const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });

function reasonOf(error: unknown): "no_text" | "unreachable" {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /^(Z_|ERR__?ERROR_|ERR_BROTLI|ERR_ZLIB|ZSTD)/.test(code) ? "no_text" : "unreachable";
}

async function follow(
  network: Network,
  start: URL,
  { signal, wants = "page" }: FetchOptions & { signal: AbortSignal },
): Promise<FetchedPage> {
  const seen = new Set<string>();
  let url = start;
  for (let redirects = 0; redirects <= maxRedirects; redirects++) {
    if (seen.has(url.href)) break;
    seen.add(url.href);
    const addresses = await resolveHost(url, network);
    const response = await get(url, addresses, accepted[wants], signal);
    try {
      const next = redirectOf(response, url);
      if (!next) return { url: url.href, text: await readPage(response) };
      if (url.protocol === "https:" && next.protocol === "http:")
        throw new FetchFailure("downgrade");
      if (isSignIn(next) && !isSignIn(start)) throw new FetchFailure("sign_in");
      // As browsers do: the fragment names one job of a list.
      next.hash ||= url.hash;
      url = next;
    } finally {
      // What is left of it is nobody's to read, and may be endless.
      response.destroy();
    }
  }
  throw new FetchFailure("redirects");
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage, url: URL): URL | null {
  const isRedirect = [301, 302, 303, 307, 308].includes(statusCode);
  return isRedirect && headers.location ? fetchableUrl(headers.location, url) : null;
}

const textTypes =
  /^(text\/(html|plain|xml|markdown)|application\/(json|xml|[\w.-]{1,60}\+(json|xml)))$/;

async function readPage(response: IncomingMessage): Promise<string> {
  const status = response.statusCode ?? 0;
  // LinkedIn's own number for whoever is not signed in.
  if (status === 401 || status === 407 || status === 999) throw new FetchFailure("sign_in");
  if (status === 403 || status === 429 || status === 451) throw new FetchFailure("refused");
  if (status === 404 || status === 410) throw new FetchFailure("gone");
  if (status === 204) throw new FetchFailure("no_text");
  if (status < 200 || status > 299) throw new FetchFailure("fault");
  const [type = "", ...parameters] = (response.headers["content-type"] ?? "text/html").split(";");
  if (!textTypes.test(type.trim().toLowerCase())) throw new FetchFailure("no_text");
  const charset = parameters
    .map((part) => /charset="?([\w-]{1,40})/i.exec(part)?.[1])
    .find(Boolean);
  const text = await decodePage(await readBody(response), charset);
  if (!text?.trim()) throw new FetchFailure("no_text");
  return text;
}
