import { explainDatabase, isDatabaseAway } from "../../db/trouble.ts";
import { RefusedToken } from "../accounts/auth/bearer.ts";
import { TooMany } from "../accounts/auth/limits.ts";
import { Forbidden, Invalid, NotFound, Unauthenticated } from "../errors.ts";
import { log, placeOf, wordsOf } from "../runtime/log.ts";
import { HttpError } from "./errors.ts";
import type { Answer } from "./operation.ts";
import { limitHeaders } from "./rate-limits.ts";
import type { Asked } from "./request.ts";

const challenge = { "www-authenticate": 'Bearer realm="api"' };

/** The documented answer to what went wrong. What is a fault of ours is logged and shown to nobody. */
export function failure(error: unknown, request: Asked, id: string): Answer {
  if (error instanceof Invalid) return { status: 400, body: error.fields };
  if (error instanceof HttpError) {
    return { status: error.status, body: error.body, headers: error.headers };
  }
  if (error instanceof RefusedToken) return { status: 401, body: error.body, headers: challenge };
  const detail = error instanceof Error ? error.message : "";
  if (error instanceof Unauthenticated)
    return { status: 401, body: { detail }, headers: challenge };
  if (error instanceof Forbidden) return { status: 403, body: { detail } };
  if (error instanceof NotFound) return { status: 404, body: { detail } };
  if (error instanceof TooMany) {
    const { spent } = error;
    const headers = { ...limitHeaders(spent), "retry-after": String(spent.seconds) };
    return { status: 429, body: { detail }, headers };
  }
  const { method } = request;
  const advice = isDamaged(error) ? explainDatabase(error, "The database") : undefined;
  const words = { error: wordsOf(error), advice, place: placeOf(error) };
  log("error", "failure", { id, method, ...words });
  if (isDamaged(error)) {
    const body = { detail: "The database is damaged here. The server's log says what to do." };
    return { status: 503, body, headers: { "retry-after": "3600" } };
  }
  if (isDatabaseAway(error)) {
    const body = { detail: "The database cannot take this now. Try again in a moment." };
    return { status: 503, body, headers: { "retry-after": "5" } };
  }
  return { status: 500, body: { detail: "Something went wrong here. It was noted." } };
}

const isDamaged = (error: unknown) => hasCode(error, /^SQLITE_(CORRUPT|NOTADB)/);

function hasCode(error: unknown, pattern: RegExp): boolean {
  for (let e = error; e instanceof Error; e = e.cause) {
    if ("code" in e && pattern.test(String(e.code))) return true;
  }
  return false;
}
