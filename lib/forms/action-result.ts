import type { ErrorCode } from "../errors.ts";
import { AppError } from "../errors.ts";

/** What a control that stays on its page is told: a sentence, and with luck what it asked for. */
export type ActionResult<Done> = { message: string; done?: Done };

/** Sentences for some kinds of error, where the error's own would not say enough. */
export type ErrorWords = Partial<Record<ErrorCode, string>>;

const usual: ErrorWords = {
  unauthenticated: "You are signed out. Sign in in a new tab, then try again.",
};

/** The sentence for an error of ours. Faults are thrown again. */
export function errorMessage(error: unknown, words: ErrorWords = {}): string {
  if (!(error instanceof AppError)) throw error;
  return words[error.code] ?? usual[error.code] ?? error.message;
}
