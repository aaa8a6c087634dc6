"use server";

import { z } from "zod";
import { NotFound } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { formAction, publicFormAction } from "../forms/form-action.ts";
import { reminderInput } from "./schema.ts";
import { endReminder, updateReminders } from "./settings.ts";
import { readUnsubscribeKey } from "./unsubscribe-key.ts";

/** Saves which reminders the person gets by mail. */
export const saveReminders = formAction(async ({ actor, form }) => {
  await updateReminders(actor, parseInput(reminderInput(), Object.fromEntries(form)));
  return { saved: true, message: "Saved" };
});

/** Ends the kind of reminder that a mail's own link names. */
export const endByKey = publicFormAction(async ({ form }) => {
  const read = readUnsubscribeKey(z.string().catch("").parse(form.get("key")));
  if (!read) throw new NotFound();
  await endReminder(read.userId, read.kind);
  return { saved: true, message: "Done. These mails come no more." };
});
