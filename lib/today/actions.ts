"use server";

import { refresh } from "next/cache";
import { AppError } from "../errors.ts";
import { clickAction } from "../forms/click-action.ts";
import { answerToday, takeBackToday } from "./commands.ts";
import { type TodayAnswer, type TodayChange, todayAnswer, todayChange } from "./schema.ts";

const words = { done: "Done", snooze: "Snoozed", dismiss: "Dropped" };

/** Answers items of the queue; gives what takes it back. */
export const answerItems = clickAction(async ({ actor }, sent: TodayAnswer) => {
  const read = todayAnswer().safeParse(sent);
  if (!read.success) throw new AppError("This cannot be answered like that.", "invalid");
  const { rule, ids, answer } = read.data;
  const done = await answerToday(actor, read.data);
  refresh();
  const isClosed = rule === "quiet" && answer === "done";
  const message = isClosed ? `Closed ${ids.length} as no response` : words[answer];
  return { message, done };
});

/** Takes an answer back. */
export const takeBackItems = clickAction(async ({ actor }, change: TodayChange) => {
  const read = todayChange.safeParse(change);
  if (!read.success) throw new AppError("This cannot be taken back.", "invalid");
  await takeBackToday(actor, read.data);
  refresh();
  return { message: "Undone", done: true as const };
});
