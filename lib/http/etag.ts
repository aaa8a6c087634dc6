import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import { type Chunks, sizeOf } from "../lists/chunks.ts";
import { HttpError } from "./errors.ts";
import type { ApiRequest } from "./request.ts";

const longBytes = 16_384;

/**
 * A validator of an answer (RFC 9110, 8.8.3), the same however it is cut into chunks. A long one gets a weak validator,
 * which costs next to nothing.
 */
export function etagOf(content: string | Chunks): string {
  const chunks = typeof content === "string" ? [Buffer.from(content)] : content;
  const size = sizeOf(chunks);
  if (size < longBytes) return `"${hash("sha1", Buffer.concat(chunks), "base64url")}"`;
  const sum = chunks.reduce((before, chunk) => crc32(chunk, before), 0);
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
