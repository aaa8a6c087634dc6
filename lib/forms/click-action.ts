import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import type { Actor } from "../accounts/auth/actor.ts";
import { actionActor, requireActor } from "../accounts/auth/current.ts";
import { countWrite, RateLimitExceeded } from "../accounts/auth/rate-limits.ts";
import { type Origin, originOf } from "../accounts/security-log.ts";
import { AppError, type ErrorCode } from "../errors.ts";
import { redirectBelow } from "../redirect-below.ts";
import { orNotFound } from "../route-params.ts";
import { noteAction } from "../runtime/request.ts";
import { setFlash } from "./flash.ts";
import type { UndoRef } from "./flash-cookie.ts";
import { formOf } from "./form-action.ts";

/** The result of a click action: a message, and the value on success. */
export type ActionResult<Done> = { message: string; done?: Done };

/** Messages by error code, where the error's own says too little. */
type ErrorWords = Partial<Record<ErrorCode, string>>;

const usual: ErrorWords = {
  unauthenticated: "You are signed out. Sign in in a new tab, then try again.",
};

/** The message of an application error. Rethrows any other error. */
export function errorMessage(error: unknown, words: ErrorWords = {}): string {
  if (!(error instanceof AppError)) throw error;
  return words[error.code] ?? usual[error.code] ?? error.message;
}

type Context = { actor: Actor; origin: Origin };

const origin = async () => originOf(await headers());

/**
 * Wraps a server action that a control calls and that stays on its page: finds the actor, runs, and gives a
 * message with the value. Application errors become a message, `words` overrides some; others pass through.
 */
export const clickAction =
  <Args extends unknown[], Done>(
    run: (context: Context, ...args: Args) => Promise<ActionResult<Done>>,
    words?: ErrorWords,
  ) =>
  (...args: Args): Promise<ActionResult<Done>> =>
    attempt(async () => {
      const actor = await actionActor();
      await countWrite(actor.user_id);
      return run({ actor, origin: await origin() }, ...args);
    }, words);

/** The same without a session. */
export const publicClickAction =
  <Args extends unknown[], Done>(
    run: (context: Pick<Context, "origin">, ...args: Args) => Promise<ActionResult<Done>>,
  ) =>
  (...args: Args): Promise<ActionResult<Done>> =>
    attempt(async () => run({ origin: await origin() }, ...args));

async function attempt<Done>(
  run: () => Promise<ActionResult<Done>>,
  words?: ErrorWords,
): Promise<ActionResult<Done>> {
  noteAction();
  try {
    return await run();
  } catch (error) {
    return { message: errorMessage(error, words) };
  }
}

type Pressed = { flash?: string; undo?: UndoRef; settles?: UndoRef; to?: string };

/**
 * Wraps a server action of a plain form button: signed out, it redirects to the sign-in; the message is flashed on
 * the next page. An application error shows the not-found page, or the message that `words` has for its code. `Args`
 * are bound before the form.
 */
export const buttonAction =
  <Args extends unknown[]>(
    run: (context: Context & { form: FormData }, ...args: Args) => Promise<Pressed>,
    words: ErrorWords = {},
  ) =>
  async (...args: Args): Promise<void> => {
    noteAction();
    const form = formOf(args.at(-1));
    const context = {
      actor: await requireActor({ redirect: redirectBelow }),
      origin: await origin(),
      form,
    };
    const pressed = countWrite(context.actor.user_id).then(() => run(context, ...args));
    const told = pressed.catch((error): Pressed => {
      if (error instanceof RateLimitExceeded) return { flash: error.message };
      if (error instanceof AppError && words[error.code]) return { flash: words[error.code] };
      throw error;
    });
    const { flash, to, ...refs } = await orNotFound(told);
    if (flash !== undefined) await setFlash({ message: flash, ...refs });
    if (to) await redirectBelow(to);
    refresh();
  };
