import type { CaptureAnswer } from "../../lib/capture/schema.ts";
import type { Collected } from "../collect.ts";
import type { Pairing } from "./pairing.ts";

/** Its token is revoked, or has come to its end. */
export class Refused extends Error {}

/** What is saved of a page: which posting, and what the person typed over what was read. */
export type Saving = { index?: number; corrections: Record<string, string> };

const timeoutMs = 30_000;

/** Reads a page at Foothold, and with `saving` adds its posting. Throws `Refused`, or a sentence to show. */
export async function capture(
  { origin, token }: Pairing,
  page: Collected,
  saving?: Saving,
): Promise<CaptureAnswer> {
  const response = await fetch(`${origin}/api/capture/${saving ? "?save=1" : ""}`, {
    method: "POST",
    credentials: "omit",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ ...page, ...saving }),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(() => {
    throw new Error(`${origin} can’t be reached. See whether it runs, then try again.`);
  });
  if (response.status === 401) throw new Refused();
  const body: unknown = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(sentenceOf(body, response.status));
  return body as CaptureAnswer;
}

/** What a refusal says: a sentence, or a list of them at each field. */
function sentenceOf(body: unknown, status: number): string {
  const said = Object.values(body ?? {}).flat();
  const words = said.filter((one) => typeof one === "string").join(" ");
  return words || `Foothold answered with an error (${status}). Try again in a minute.`;
}
