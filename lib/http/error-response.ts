import { causesOf, explainDatabase, isDatabaseAway } from "../../db/errors.ts";
import { RateLimitExceeded } from "../accounts/auth/rate-limits.ts";
import { AppError, type ErrorCode } from "../errors.ts";
import { errorText, log, stackOf } from "../runtime/log.ts";
import { HttpError } from "./errors.ts";
import type { OperationResult } from "./operation.ts";
import { rateLimitHeaders } from "./rate-limits.ts";
import type { ApiRequest } from "./request.ts";

const statusByCode: Record<ErrorCode, number> = {
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
  if (!(error instanceof RateLimitExceeded)) return {};
  return { ...rateLimitHeaders(error.status), "retry-after": String(error.status.resetSeconds) };
}

/** Error response: maps an error to the documented status and body. Unexpected errors are logged, not shown. */
export function errorResponse(error: unknown, request: ApiRequest, id: string): OperationResult {
  if (error instanceof AppError) {
    const status = error instanceof HttpError ? error.status : statusByCode[error.code];
    return { status, body: error.body, headers: headersOf(error) };
  }
  const { method } = request;
  const advice = isDamaged(error) ? explainDatabase(error, "The database") : undefined;
  const details = { error: errorText(error), advice, place: stackOf(error) };
  log("error", "failure", { id, method, ...details });
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

const isDamaged = (error: unknown) =>
  causesOf(error).some(({ code }) => /^SQLITE_(CORRUPT|NOTADB)/.test(code));
