"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { instantOrDay, parseInput } from "../fields.ts";
import { formAction } from "../forms/form-action.ts";
import { correctMoment } from "./commands.ts";

/** Corrects when something happened; the form sends `occurred_at` in the person's zone, or a day. */
export const moveEvent = formAction(async ({ actor, form }, id: number) => {
  const shape = z.object({ id: z.int().catch(0), occurred_at: instantOrDay(actor.time_zone) });
  const read = parseInput(shape, { id, occurred_at: form.get("occurred_at") });
  await correctMoment(actor, read.id, read.occurred_at);
  refresh();
  return { saved: true };
});
