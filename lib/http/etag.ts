import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Chunks } from "../lists/chunks.ts";
import { HttpError } from "./errors.ts";
import type { ApiRequest } from "./request.ts";

/** A validator of an answer (RFC 9110, 8.8.3). A long list gets a weak one, which costs next to nothing. */
export function etagOf(content: string | Chunks): string {
  const chunks = typeof content === "string" ? [content] : content;
  const [first = ""] = chunks;
  if (chunks.length < 2 && first.length < 16_384) return `"${hash("sha1", first, "base64url")}"`;
  let [sum, size] = [0, 0];
  for (const chunk of chunks) {
    sum = crc32(chunk, sum);
    size += chunk.length;
  }
  return `W/"${sum.toString(36)}-${size.toString(36)}"`;
}

const opaqueTag = (tag: string) => tag.trim().replace(/^W\//, "");

/** Whether If-None-Match matches, so that the client has this response already. */
export function matchesIfNoneMatch(request: ApiRequest, etag: string): boolean {
  const header = request.headers.get("if-none-match");
  if (header === null) return false;
  return (
    header.trim() === "*" || header.split(",").some((tag) => opaqueTag(tag) === opaqueTag(etag))
  );
}

/**
 * Refuses a change by a client that saw an older state of the thing than `body`; gives whether the client asked
 * for that by If-Match. Throws 412.
 */
export function requireIfMatch(request: ApiRequest, body: unknown): boolean {
  const header = request.headers.get("if-match");
  if (header === null || header.trim() === "*") return false;
  const etag = etagOf(JSON.stringify(body));
  if (header.split(",").some((tag) => tag.trim() === etag)) return true;
  throw changedMeanwhile({ etag });
}

/** The error for a change of what is not as the client read it. */
export const changedMeanwhile = (headers: Record<string, string> = {}) =>
  new HttpError(412, "This was changed in the meantime. Read it again first.", headers);
