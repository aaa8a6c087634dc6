import { dayMs } from "../dates.ts";
import type { QuietAfter } from "./quiet-after.ts";

/** For how many whole days an application waits, and whether that is longer than is usual for this person. */
export type DaysWaiting = { days: number; isLate: boolean };

/** How long an application of a moment, or of a day without a time, waits. */
export function daysWaiting(
  applied_at: string,
  { days: usual }: Pick<QuietAfter, "days">,
  now = Date.now(),
): DaysWaiting {
  const days = Math.max(0, Math.floor((now - Date.parse(`${applied_at.slice(0, 19)}Z`)) / dayMs));
  return { days, isLate: days > usual };
}
