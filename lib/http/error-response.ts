import { explainDatabase, isDatabaseAway } from "../../db/trouble.ts";
import { TooMany } from "../accounts/auth/limits.ts";
import { AppError, type ErrorCode } from "../errors.ts";
import { log, placeOf, wordsOf } from "../runtime/log.ts";
import { HttpError } from "./errors.ts";
import type { Answer } from "./operation.ts";
import { limitHeaders } from "./rate-limits.ts";
import type { Asked } from "./request.ts";

const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  too_many: 429,
};

function headersOf(error: AppError): Record<string, string> {
  if (error instanceof HttpError) return error.headers;
  if (error.code === "unauthenticated") return { "www-authenticate": 'Bearer realm="api"' };
  if (!(error instanceof TooMany)) return {};
  return { ...limitHeaders(error.spent), "retry-after": String(error.spent.seconds) };
}

/** The documented answer to what went wrong. What is a fault of ours is logged and shown to nobody. */
export function failure(error: unknown, request: Asked, id: string): Answer {
  if (error instanceof AppError) {
    const status = error instanceof HttpError ? error.status : statusOf[error.code];
    return { status, body: error.body, headers: headersOf(error) };
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
