import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { withBase } from "../base-path.ts";
import { refuseFound } from "../duplicates/found.ts";
import { guardedAnswer } from "../duplicates/schema.ts";
import { Invalid } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { HttpError } from "../http/errors.ts";
import { created, ok, operation } from "../http/operation.ts";
import { toWebUrl } from "../urls.ts";
import { captureAnswerOf } from "./answer.ts";
import { type Captured, capture } from "./capture.ts";
import { type Corrections, correctionsInput } from "./corrections.ts";
import { postingFieldsOf } from "./fields.ts";
import { originOf } from "./origin.ts";
import type { CapturedPosting, CaptureInput } from "./posting.ts";
import { sampleCapture } from "./samples.ts";
import { saveCaptured } from "./save.ts";
import {
  captureAnswer,
  captureDescribed,
  captureInput,
  captureQuery,
  maxCaptureBytes,
} from "./schema.ts";
import { unread } from "./unread.ts";

export const capturePosting = operation({
  id: "capture_posting",
  method: "POST",
  path: "/api/capture/",
  tag: "Capture",
  summary: "Read a posting from its page, its address or a text; with save=1 add it",
  access: "user",
  scope: "capture",
  query: captureQuery,
  body: () => captureInput,
  input: captureDescribed,
  maxBodyBytes: maxCaptureBytes,
  example: sampleCapture,
  responses: {
    200: { description: "What was read, and what of yours may be the same", schema: captureAnswer },
    201: { description: "With save=1: added, as `saved` says", schema: captureAnswer },
    400: { description: "What is wrong at each field, or why there is no one posting to save" },
    409: {
      description:
        "With guard=1: it may be a duplicate, or its company is marked; or the first request with this Idempotency-Key still runs",
      schema: guardedAnswer,
    },
  },
  run: async ({ actor, caller, read, request, url }) => {
    const { index, corrections: typed = {}, ...sent } = await read();
    const corrections = parseInput(correctionsInput(actor.time_zone), typed);
    const isExtension = caller.scopes?.join() === "capture";
    const source = isExtension ? ("extension" as const) : undefined;
    const input = { ...sent, url: webAddress(sent), source };
    const captured = await capture(actor, input, { signal: request.signal });
    const answer = await captureAnswerOf(actor, captured);
    if (url.searchParams.get("save") !== "1") return ok(answer);
    const posting = theOne(captured, index, input.url || null);
    if (url.searchParams.get("guard") === "1") await refuseKnown(actor, posting, corrections);
    const origin = originOf(input, captured);
    const { id } = await saveCaptured(actor, posting, corrections, origin);
    const saved = { id, url: withBase(`/postings/${id}`) };
    return created(`/api/job_posting/${id}`, { ...answer, saved });
  },
});

/** The address that was sent. One that is not of the web, as of a page in a file, says nothing of the page. Throws `Invalid`. */
function webAddress({ url, html, text }: CaptureInput): string | undefined {
  const address = url && toWebUrl(url);
  if (address || url === undefined || html !== undefined || text !== undefined) return address;
  throw new Invalid({ url: ["Give a web address, like https://example.org."] });
}

/** The posting that is saved: the one that was read, at the page's address unless it names its own, or that of the index. */
function theOne(
  { postings, is_list }: Captured,
  index: number | undefined,
  address: string | null,
): CapturedPosting {
  if (index === undefined) {
    if (is_list || postings.length > 1) throw new HttpError(400, severalSay);
    const { posting_url_full, ...posting } = postings[0] ?? unread(null);
    return { ...posting, posting_url_full: posting_url_full ?? address };
  }
  const posting = postings[index];
  if (posting) return posting;
  const said = postings.length === 0 ? "none" : `0 to ${postings.length - 1}`;
  throw new Invalid({ index: [`There is no such posting: the page has ${said}.`] });
}

const severalSay =
  "This page lists several postings. Say which one with `index`, or send the page of the one you mean.";

const refuseKnown = (actor: Actor, posting: CapturedPosting, corrections: Corrections) =>
  refuseFound(actor, "job_posting", { ...postingFieldsOf(posting).values, ...corrections });
