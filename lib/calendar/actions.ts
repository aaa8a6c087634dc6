"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { reauthenticateByForm } from "../accounts/auth/browser.ts";
import { withBase } from "../base-path.ts";
import { formatMoment } from "../dates.ts";
import { AppError, Invalid } from "../errors.ts";
import { parseInput } from "../fields.ts";
import { buttonAction, clickAction } from "../forms/click-action.ts";
import { formAction } from "../forms/form-action.ts";
import { createFeed, removeFeed } from "./feeds.ts";
import { movePlanned, takeBackMove } from "./move.ts";
import { feedInput, type Move, type MoveChange, moveChange, moveInput } from "./schema.ts";
import { feedContents } from "./values.ts";

/** Makes a calendar address, after a new authentication since it outlives the session; it is shown this once. */
export const makeFeed = formAction(async ({ actor, form, origin }) => {
  const typed = Object.fromEntries(form);
  const alarm = String(typed.alarm_minutes ?? "");
  const input = parseFields({
    name: typed.name,
    contains: feedContents.filter((content) => typed[content] === "on"),
    alarm_minutes: alarm === "" ? null : Number(alarm),
  });
  await reauthenticateByForm(actor, form);
  const { secret } = await createFeed(actor, input, origin);
  refresh();
  return {
    saved: true,
    message: "The address is made.",
    link: withBase(`/api/calendar/${secret}.ics`),
  };
});

// The form has one box for each content; what is wrong with them as a whole is said at the first.
function parseFields(fields: Record<string, unknown>) {
  try {
    return parseInput(feedInput(), fields);
  } catch (error) {
    if (!(error instanceof Invalid) || !error.fields.contains) throw error;
    const { contains, ...others } = error.fields;
    throw new Invalid({ ...others, [feedContents[0]]: contains });
  }
}

/** Removes the calendar address that a form names. */
export const dropFeed = buttonAction(
  async ({ actor, origin, form }) => {
    await removeFeed(actor, z.coerce.number().int().catch(0).parse(form.get("id")), origin);
    return { flash: "That address is removed." };
  },
  { not_found: "That address was removed already." },
);

/** Moves an interview or a follow-up to another day; gives where it went, and what takes it back. */
export const movePlan = clickAction(async ({ actor }, sent: Move) => {
  const read = moveInput.safeParse(sent);
  if (!read.success) throw new AppError("Choose a day.", "invalid");
  const change = await movePlanned(actor, read.data);
  refresh();
  return { message: "Moved", done: { change, at: formatMoment(change.to, actor.time_zone) } };
});

/** Takes a move back. */
export const takeBackPlan = clickAction(async ({ actor }, sent: MoveChange) => {
  const read = moveChange.safeParse(sent);
  if (!read.success) throw new AppError("This cannot be taken back.", "invalid");
  await takeBackMove(actor, read.data);
  refresh();
  return { message: "Undone", done: true as const };
});
