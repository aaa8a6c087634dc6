"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { actionActor } from "../accounts/auth/current.ts";
import { Invalid } from "../errors.ts";
import { fieldErrors, instantIn } from "../fields.ts";
import { type FormState, formState } from "../forms/form-action.ts";
import { correctMoment } from "./commands.ts";

/** Corrects when something happened; the form sends `occurred_at` in the person's zone. */
export async function moveEvent(id: number, _: FormState, form: FormData): Promise<FormState> {
  return formState(form, async () => {
    const actor = await actionActor();
    const read = z
      .object({ id: z.int().catch(0), occurred_at: instantIn(actor.time_zone) })
      .safeParse({ id, occurred_at: form.get("occurred_at") });
    if (!read.success) throw new Invalid(fieldErrors(read.error));
    await correctMoment(actor, read.data.id, read.data.occurred_at);
    refresh();
    return { saved: true };
  });
}
