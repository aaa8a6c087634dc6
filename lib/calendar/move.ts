import "server-only";
import type { Actor } from "../accounts/auth/actor.ts";
import { addDays, dayNumber, localDay, now, parseInstant } from "../dates.ts";
import { dayValue, isDayValue } from "../day-value.ts";
import { AppError, Invalid } from "../errors.ts";
import { takeBackAnswer } from "../follow-ups/answers.ts";
import { updateFollowUp } from "../follow-ups/commands.ts";
import { sameTimeOn } from "../follow-ups/due.ts";
import { getFollowUp } from "../follow-ups/queries.ts";
import { updateInterview } from "../interviews/commands.ts";
import { getInterview, type InterviewRow } from "../interviews/queries.ts";
import type { Move, MoveChange } from "./schema.ts";

/** Moves an interview or an open follow-up to another day; it keeps its time of day where none is given. */
export async function movePlanned(actor: Actor, move: Move): Promise<MoveChange> {
  return move.kind === "interview" ? moveInterview(actor, move) : moveFollowUp(actor, move);
}

async function moveInterview(actor: Actor, { id, day, clock }: Move): Promise<MoveChange> {
  const row = await getInterview(actor, id);
  const { starts_at, ends_at } = row;
  const to = clock ? momentOf(day, clock, actor.time_zone) : sameClock(row, day, actor.time_zone);
  await updateInterview(actor, row, { starts_at: to });
  return { kind: "interview", id, to, before: { starts_at, ends_at } };
}

/** The same time of day in the interview's own zone; that of the person's where it would be on another of their days. */
function sameClock({ starts_at, time_zone }: InterviewRow, day: string, zone: string): string {
  if (isDayValue(starts_at)) return dayValue(day);
  const from = localDay(starts_at, zone);
  if (from === day) return starts_at;
  const own = time_zone ?? zone;
  const days = dayNumber(day) - dayNumber(from);
  const moved = sameTimeOn(addDays(localDay(starts_at, own), days), starts_at, own);
  return localDay(moved, zone) === day ? moved : sameTimeOn(day, starts_at, zone);
}

async function moveFollowUp(actor: Actor, { id, day, clock }: Move): Promise<MoveChange> {
  const row = await getFollowUp(actor, id);
  if (row.state !== "open") throw new AppError("It is done already.", "invalid");
  const { state, due_on, due_at, snoozed_until, closed_at } = row;
  const moment = now();
  const due = clock ? { due_at: momentOf(day, clock, actor.time_zone) } : {};
  await updateFollowUp(actor, row, { due_on: day, ...due, snoozed_until: null }, [], moment);
  const before = { state, due_on, due_at, snoozed_until, closed_at, last_visited_at: null };
  const to = due.due_at ?? (due_at ? sameTimeOn(day, due_at, actor.time_zone) : dayValue(day));
  return { kind: "follow_up", id, to, change: { moment, before } };
}

function momentOf(day: string, clock: string, zone: string): string {
  const read = parseInstant(`${day}T${clock}`, zone);
  if ("value" in read) return read.value;
  const skipped = read.fault === "gap";
  throw new Invalid({
    clock: [skipped ? "The clock skips this hour on that day." : "Give a time, like 14:30."],
  });
}

/** Takes a move back. Throws an `AppError` where what was moved has changed since. */
export async function takeBackMove(actor: Actor, change: MoveChange): Promise<void> {
  if (change.kind === "follow_up") {
    await takeBackAnswer(actor, await getFollowUp(actor, change.id), change.change);
    return;
  }
  const row = await getInterview(actor, change.id);
  if (row.starts_at !== change.to) throw new AppError("It was changed meanwhile.");
  await updateInterview(actor, row, change.before);
}
