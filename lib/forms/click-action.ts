import "server-only";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Actor } from "../accounts/auth/actor.ts";
import { actionActor, requireActor } from "../accounts/auth/current.ts";
import { type Origin, originOf } from "../accounts/security-log.ts";
import { AppError } from "../errors.ts";
import { orNotFound } from "../route-params.ts";
import { type ActionResult, type ErrorWords, errorMessage } from "./action-result.ts";
import { setFlash } from "./flash.ts";
import type { UndoRef } from "./flash-cookie.ts";

type Context = { actor: Actor; origin: Origin };

const origin = async () => originOf(await headers());

/**
 * A server action of a control that stays on its page: finds the actor, runs, and gives a sentence with what was
 * asked for. Our own errors become a sentence, with `words` for some kinds; faults pass through.
 */
export const clickAction =
  <Args extends unknown[], Done>(
    run: (context: Context, ...args: Args) => Promise<ActionResult<Done>>,
    words?: ErrorWords,
  ) =>
  (...args: Args): Promise<ActionResult<Done>> =>
    attempt(
      async () => run({ actor: await actionActor(), origin: await origin() }, ...args),
      words,
    );

/** The same for what anybody may press. */
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
  try {
    return await run();
  } catch (error) {
    return { message: errorMessage(error, words) };
  }
}

type Pressed = { flash?: string; undo?: UndoRef; to?: string };

/**
 * A server action of a button in a form of its own: whoever is signed out goes to the sign-in, a message goes to the
 * next page. Our own errors show the not-found page, or the sentence that `words` has for them.
 */
export const buttonAction =
  <Args extends unknown[]>(
    run: (context: Context, ...args: Args) => Promise<Pressed>,
    words: ErrorWords = {},
  ) =>
  async (...args: Args): Promise<void> => {
    const context = { actor: await requireActor(), origin: await origin() };
    const told = run(context, ...args).catch((error): Pressed => {
      if (error instanceof AppError && words[error.code]) return { flash: words[error.code] };
      throw error;
    });
    const { flash, undo, to } = await orNotFound(told);
    if (flash !== undefined) await setFlash({ message: flash, ...(undo && { undo }) });
    if (to) redirect(to);
    refresh();
  };
