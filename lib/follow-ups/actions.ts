"use server";

import { refresh } from "next/cache";
import { today } from "../dates.ts";
import { AppError } from "../errors.ts";
import { calendarDay, parseInput, rowIdOrZero } from "../fields.ts";
import { clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { saveEdit } from "../forms/save-edit.ts";
import { trashAction } from "../forms/trash-action.ts";
import { getSite } from "../sites/queries.ts";
import { answerFollowUp, takeBackAnswer } from "./answers.ts";
import { setCadence } from "./cadence.ts";
import { createFollowUp, deleteFollowUp, updateFollowUp } from "./commands.ts";
import { typedFollowUp } from "./form.ts";
import { followUpKind } from "./kind.ts";
import { getFollowUp } from "./queries.ts";
import {
  type AnswerChange,
  answerChange,
  type FollowUpInput,
  followUpForm,
  followUpInitial,
  subjectInput,
} from "./schema.ts";
import { dueDay, maxRepeatDays, type Subject } from "./values.ts";

/** Adds a follow-up about a thing or nothing; the toast takes it back. */
export const addFollowUp = formAction(async ({ actor, form }, about: Subject | null) => {
  const typed = { what: "", ...Object.fromEntries(form) };
  const input = await typedFollowUp(
    parseInput(followUpForm(actor.time_zone), typed),
    actor.time_zone,
  );
  const subject = subjectInput.parse(about);
  const row = await createFollowUp(actor, {
    ...(input as FollowUpInput),
    ...(subject && { [subject.field]: subject.id }),
  });
  refresh();
  const undo = { kind: followUpKind.name, ids: [row.id] };
  return { saved: true, flash: { message: "Noted. Today will show it.", undo } };
});

/** Writes what was changed in a follow-up's form and shows it. */
export const editFollowUp = formAction(async ({ actor, form }, id: number) => {
  const zone = actor.time_zone;
  await saveEdit(form, {
    ...followUpKind,
    find: () => getFollowUp(actor, rowIdOrZero.parse(id)),
    stored: (row) => followUpInitial(row, zone),
    save: async (row, changed, check) => {
      const typed = parseInput(followUpForm(zone), changed);
      await updateFollowUp(actor, row, await typedFollowUp(typed, zone, row), check);
    },
  });
  return { flash: { message: "Saved" }, to: `/follow-ups/${id}` };
});

/** Moves a follow-up to the trash and shows the list; the toast takes it back. */
export const removeFollowUp = trashAction({
  kind: followUpKind,
  find: getFollowUp,
  nameOf: ({ what }) => `“${what}”`,
  remove: deleteFollowUp,
});

/** Says that a follow-up is done; gives what takes it back. */
export const finishFollowUp = clickAction(async ({ actor }, id: number) => {
  const row = await getFollowUp(actor, rowIdOrZero.parse(id));
  const done = await answerFollowUp(actor, row, { state: "done" });
  refresh();
  const again = row.repeat_days === 1 ? "tomorrow" : `in ${row.repeat_days} days`;
  return { message: row.repeat_days === null ? "Done" : `Done. It comes again ${again}.`, done };
});

/** Says that a follow-up is not worth it; gives what takes it back. One that repeats comes no more. */
export const dismissFollowUp = clickAction(async ({ actor }, id: number) => {
  const row = await getFollowUp(actor, rowIdOrZero.parse(id));
  const done = await answerFollowUp(actor, row, { state: "dismissed" });
  refresh();
  return { message: row.repeat_days === null ? "Dropped" : "Dropped. It comes no more.", done };
});

/** Puts a follow-up off to a day; gives what takes it back. */
export const snoozeFollowUp = clickAction(async ({ actor }, id: number, until: string) => {
  const row = await getFollowUp(actor, rowIdOrZero.parse(id));
  const day = calendarDay().safeParse(until);
  if (!day.success || day.data <= today(actor.time_zone) || day.data <= dueDay(row)) {
    throw new AppError("Choose a later day.", "invalid");
  }
  const done = await answerFollowUp(actor, row, { snoozed_until: day.data });
  refresh();
  return { message: "Snoozed", done };
});

/** Takes an answer back. */
export const takeBackFollowUp = clickAction(async ({ actor }, id: number, change: AnswerChange) => {
  const row = await getFollowUp(actor, rowIdOrZero.parse(id));
  const read = answerChange.safeParse(change);
  if (!read.success) throw new AppError("This cannot be taken back.", "invalid");
  await takeBackAnswer(actor, row, read.data);
  refresh();
  return { message: "Undone", done: true as const };
});

/** Sets how many days after a look a site is looked at again; 0 ends it. */
export const setSiteCadence = clickAction(async ({ actor }, id: number, days: number) => {
  const site = await getSite(actor, rowIdOrZero.parse(id));
  if (!Number.isInteger(days) || days < 0 || days > maxRepeatDays) {
    throw new AppError(`Give a number of days up to ${maxRepeatDays}.`, "invalid");
  }
  await setCadence(actor, site, days || null);
  refresh();
  return {
    message: days ? "Today says when to look again" : "No reminders for this site",
    done: true as const,
  };
});
