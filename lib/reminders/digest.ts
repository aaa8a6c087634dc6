import "server-only";
import { DateTime } from "luxon";
import { calendarEntries } from "../calendar/entries.ts";
import { addDays, localDay, today } from "../dates.ts";
import { valueWords } from "../records/value-words.ts";
import type { DigestItem } from "./letters.ts";

/** What the digest of a person's day holds: interviews of today and tomorrow, and what is due. */
export async function digestItems(userId: number, zone: string): Promise<DigestItem[]> {
  const day = today(zone);
  const entries = await calendarEntries(userId, ["interviews", "follow_ups"]);
  return entries.flatMap(({ kind, what, company, title, starts_at, is_cancelled, path }) => {
    const on = starts_at.endsWith("Z") ? localDay(starts_at, zone) : starts_at.slice(0, 10);
    const name = company || title;
    if (is_cancelled) return [];
    if (kind === "follow_up") {
      if (on > day) return [];
      return [
        {
          what,
          reason: [name, on < day ? "overdue" : ""].filter(Boolean).join(", "),
          path: path ?? "/dashboard",
        },
      ];
    }
    if (on < day || on > addDays(day, 1)) return [];
    const clock = starts_at.endsWith("Z")
      ? DateTime.fromISO(starts_at, { zone }).toFormat(" HH:mm")
      : "";
    const words = [valueWords(what) || "Interview", name].filter(Boolean).join(", ");
    return [
      {
        what: words,
        reason: (on === day ? "today" : "tomorrow") + clock,
        path: path ?? "/dashboard",
      },
    ];
  });
}
