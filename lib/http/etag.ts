import { hash } from "node:crypto";
import { crc32 } from "node:zlib";
import type { Chunks } from "../lists/chunks.ts";
import { HttpError } from "./errors.ts";
import type { Asked } from "./request.ts";

/** A validator of an answer (RFC 9110, 8.8.3). A long list gets a weak one, which costs next to nothing. */
export function etagOf(content: string | Chunks): string {
  const pieces = typeof content === "string" ? [content] : content;
  const [first = ""] = pieces;
  if (pieces.length < 2 && first.length < 16_384) return `"${hash("sha1", first, "base64url")}"`;
  let [sum, size] = [0, 0];
  for (const piece of pieces) {
    sum = crc32(piece, sum);
    size += piece.length;
  }
  return `W/"${sum.toString(36)}-${size.toString(36)}"`;
}

const weakly = (tag: string) => tag.trim().replace(/^W\//, "");

/** Whether the client has this very answer already, by its If-None-Match. */
export function isKnown(request: Asked, etag: string): boolean {
  const known = request.headers.get("if-none-match");
  if (known === null) return false;
  return known.trim() === "*" || known.split(",").some((tag) => weakly(tag) === weakly(etag));
}

/**
 * Refuses a change by a client that saw an older state of the thing than `body`; gives whether the client asked
 * for that by If-Match. Throws 412.
 */
export function requireMatch(request: Asked, body: unknown): boolean {
  const wanted = request.headers.get("if-match");
  if (wanted === null || wanted.trim() === "*") return false;
  const etag = etagOf(JSON.stringify(body));
  if (wanted.split(",").some((tag) => tag.trim() === etag)) return true;
  throw new HttpError(412, "This was changed in the meantime. Read it again first.", { etag });
}
