import "server-only";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, today } from "../../dates.ts";
import { dashboardDates } from "../dashboard/queries.ts";
import { firstDay } from "./queries.ts";

export type TwoDays = { first: string; second: string };

const dayNumber = (day: string) => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** Whole days from one calendar day to a later one; 0 where it is not later. */
export const daysBetween = (from: string, to: string) =>
  Math.max(0, dayNumber(to) - dayNumber(from));

// The last 30 days against all before; a shorter hunt is cut in its middle.
function cut(first: string, now: string): string {
  const usual = addDays(now, -30);
  return first < usual
    ? usual
    : addDays(first, Math.max(1, Math.ceil(daysBetween(first, now) / 2)));
}

/**
 * The two days to compare by: those asked for, else the person's dashboard dates, else the hunt's first
 * day and the last 30 days. The second always comes after the first, unless both were asked for.
 */
export async function comparedDays(
  actor: Actor,
  asked: { first?: string | undefined; second?: string | undefined },
): Promise<TwoDays> {
  const now = today(actor.time_zone);
  if (asked.first && asked.second) return { first: asked.first, second: asked.second };
  const { first, second } = await dashboardDates(actor, {
    first: await firstDay(actor),
    second: "",
  });
  if (asked.second) {
    return first < asked.second
      ? { first, second: asked.second }
      : { first: addDays(asked.second, -30), second: asked.second };
  }
  const from = asked.first ?? first;
  return { first: from, second: second > from ? second : cut(from, now) };
}

/** The same for a page, which takes any days: in the other order they are swapped, and a period has a day at least. */
export async function shownDays(
  actor: Actor,
  asked: { first?: string | undefined; second?: string | undefined },
): Promise<TwoDays> {
  const days = await comparedDays(actor, asked);
  const [first = days.first, second = days.second] = [days.first, days.second].sort();
  return { first, second: first === second ? addDays(first, 1) : second };
}
