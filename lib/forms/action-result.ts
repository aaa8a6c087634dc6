import type { ErrorCode } from "../errors.ts";
import { AppError } from "../errors.ts";

/** The result of a click action: a message, and the value on success. */
export type ActionResult<Done> = { message: string; done?: Done };

/** Messages by error code, where the error's own says too little. */
export type ErrorWords = Partial<Record<ErrorCode, string>>;

const usual: ErrorWords = {
  unauthenticated: "You are signed out. Sign in in a new tab, then try again.",
};

/** The message of an application error. Rethrows any other error. */
export function errorMessage(error: unknown, words: ErrorWords = {}): string {
  if (!(error instanceof AppError)) throw error;
  return words[error.code] ?? usual[error.code] ?? error.message;
}
