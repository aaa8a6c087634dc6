"use server";

import { refresh } from "next/cache";
import { parseInput } from "../fields.ts";
import { clickAction } from "../forms/click-action.ts";
import { moveCards } from "./commands.ts";
import { type MoveInput, moveInput } from "./schema.ts";

/** Writes what a drop on a board says; gives the id of the change, for its undo, where there was one. */
export const dropCards = clickAction(async ({ actor }, input: MoveInput) => {
  const { change, message } = await moveCards(actor, parseInput(moveInput(actor.time_zone), input));
  refresh();
  return { message, done: { undo: change && change.changed > 0 ? change.id : null } };
});
