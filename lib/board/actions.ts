"use server";

import { refresh } from "next/cache";
import { parseInput, rowIdOrZero } from "../fields.ts";
import { clickAction } from "../forms/click-action.ts";
import { createInterview, deleteInterview } from "../interviews/commands.ts";
import { getInterview } from "../interviews/queries.ts";
import { moveCards } from "./commands.ts";
import { type MoveInput, moveInput, type PlanInput, planInput } from "./schema.ts";

/** Writes what a drop on a board says; gives the id of the change, for its undo, where there was one. */
export const dropCards = clickAction(async ({ actor }, input: MoveInput) => {
  const { change, message } = await moveCards(actor, parseInput(moveInput(actor.time_zone), input));
  refresh();
  return { message, done: { undo: change && change.changed > 0 ? change.id : null } };
});

/** Adds the interview that a drop on a column of talks was asked for: a moment, or a day without a time. */
export const planOnBoard = clickAction(async ({ actor }, input: PlanInput) => {
  const { kind, id, starts_at } = parseInput(planInput(actor.time_zone), input);
  const made = await createInterview(actor, { [`${kind}_id`]: id, starts_at });
  refresh();
  return { message: "Added the interview", done: made.id };
});

/** Takes such an interview back. */
export const takeBackPlanned = clickAction(async ({ actor }, id: number) => {
  await deleteInterview(actor, await getInterview(actor, rowIdOrZero.parse(id)));
  refresh();
  return { message: "Undone", done: true as const };
});
