import "server-only";
import type { Actor } from "../../accounts/auth/actor.ts";
import { addDays, dayNumber, today } from "../../dates.ts";
import { dashboardDates, type TwoDates } from "../dashboard/queries.ts";
import { firstDay } from "./queries.ts";

/** Days from one calendar day to a later one; 0 if it is not later. */
export const daysBetween = (from: string, to: string) =>
  Math.max(0, dayNumber(to) - dayNumber(from));

// The last 30 days against all before; a shorter hunt is split in half.
function defaultSecondDay(first: string, now: string): string {
  const usual = addDays(now, -30);
  return first < usual
    ? usual
    : addDays(first, Math.max(1, Math.ceil(daysBetween(first, now) / 2)));
}

/**
 * The two days to compare by: the requested ones, else the person's dashboard dates, else the hunt's first
 * day and the last 30 days. The second is later than the first unless both were requested.
 */
export async function comparisonDays(
  actor: Actor,
  asked: { first?: string | undefined; second?: string | undefined },
): Promise<TwoDates> {
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
  return { first: from, second: second > from ? second : defaultSecondDay(from, now) };
}

/** `comparisonDays` for a page: reversed days are swapped, and the first period has at least one day. */
export async function comparisonPageDays(
  actor: Actor,
  asked: { first?: string | undefined; second?: string | undefined },
): Promise<TwoDates> {
  const days = await comparisonDays(actor, asked);
  const [first = days.first, second = days.second] = [days.first, days.second].sort();
  return { first, second: first === second ? addDays(first, 1) : second };
}
