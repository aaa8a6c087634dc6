import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { Actor } from "../accounts/auth/actor.ts";
import { actionActor } from "../accounts/auth/current.ts";
import { countWrite } from "../accounts/auth/rate-limits.ts";
import { type Origin, originOf } from "../accounts/security-log.ts";
import { AppError, Invalid } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { redirectBelow } from "../redirect-below.ts";
import { noteAction } from "../runtime/request.ts";
import { errorWords } from "./error-words.ts";
import { setFlash } from "./flash.ts";
import type { Flash } from "./flash-cookie.ts";
import { type FormState, typedValues } from "./form-state.ts";
import { EditConflict } from "./save-edit.ts";

/** The form that an action is called with: an empty one where a request, made by hand, has anything else in its place. */
export const formOf = (sent: unknown): FormData =>
  sent instanceof FormData ? sent : new FormData();

/** The context of a form action. */
export type FormContext = {
  form: FormData;
  /** address and user agent, for the security log */
  origin: Origin;
  /** parses the whole form by a schema. Throws `Invalid` */
  read: <Schema extends z.ZodType>(schema: Schema) => z.output<Schema>;
};

/** The result of a form action: the form's state, a flash message, and a redirect. */
type Outcome<More> = FormState & More & { flash?: Flash; to?: string };

/**
 * Wraps a server action of a form: finds the actor, runs, and turns application errors into the
 * form's state with what was typed. Other errors pass through. `Args` are bound before the state and the form.
 */
export const formAction =
  <Args extends unknown[] = [], More extends object = object>(
    run: (context: FormContext & { actor: Actor }, ...args: Args) => Promise<Outcome<More>>,
  ) =>
  (...called: [...args: Args, state: FormState, form: FormData]) =>
    answer(called, async (context, args: Args) => {
      const actor = await actionActor();
      await countWrite(actor.user_id);
      return run({ ...context, actor }, ...args);
    });

/** The same for somebody who still lacks a required second factor: what sets it up. */
export const factorAction =
  <More extends object = object>(
    run: (context: FormContext & { actor: Actor }) => Promise<Outcome<More>>,
  ) =>
  (...called: [state: FormState, form: FormData]) =>
    answer(called, async (context) =>
      run({ ...context, actor: await actionActor({ withoutFactor: true }) }),
    );

/** The same without a session. */
export const publicFormAction =
  <Args extends unknown[] = []>(
    run: (context: FormContext, ...args: Args) => Promise<Outcome<object>>,
  ) =>
  (...called: [...args: Args, state: FormState, form: FormData]) =>
    answer(called, (context, args: Args) => run(context, ...args));

async function answer<Args extends unknown[], More extends object>(
  called: [...args: Args, state: FormState, form: FormData],
  run: (context: FormContext, args: Args) => Promise<Outcome<More>>,
): Promise<FormState & Partial<More>> {
  noteAction();
  const form = formOf(called.at(-1));
  const context: FormContext = {
    form,
    origin: originOf(await headers()),
    read: (schema) => parseInput(schema, Object.fromEntries(form)),
  };
  let outcome: Outcome<More>;
  try {
    outcome = await run(context, called.slice(0, -2) as Args);
  } catch (error) {
    return { ...stateOf(error), values: typedValues(form) } as FormState & Partial<More>;
  }
  const { flash, to, ...state } = outcome;
  if (flash) await setFlash(flash);
  if (to) await redirectBelow(to);
  return state as unknown as FormState & Partial<More>;
}

function stateOf(error: unknown): FormState {
  if (error instanceof Invalid) {
    const errors = Object.entries(error.fields).map(([field, sentences]) => [
      field,
      sentences.map(errorWords),
    ]);
    return { errors: Object.fromEntries(errors) };
  }
  if (error instanceof EditConflict) return { conflict: error.conflict };
  if (!(error instanceof AppError)) throw error;
  return error.code === "unauthenticated" ? { signed_out: true } : { message: error.message };
}
