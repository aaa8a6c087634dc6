import { formatDay, formatWhen } from "@/components/ui/format.ts";
import { formatMoment } from "@/lib/dates.ts";
import { isDayValue } from "@/lib/day-value.ts";
import type { InterviewRow } from "@/lib/interviews/queries.ts";
import { zoneAbbreviation, zoneWords } from "@/lib/interviews/times.ts";
import { valueWords } from "@/lib/records/value-words.ts";
import { contactName } from "../contacts/contact-labels.ts";

/** What an interview is called: its round in words. */
export const interviewTitle = ({ kind }: Pick<InterviewRow, "kind">): string =>
  valueWords(kind) || "Interview";

type Timed = Pick<InterviewRow, "starts_at" | "ends_at" | "time_zone">;

/**
 * When an interview is, in the reader's zone: "tomorrow 10:30–11:15 CET", "25 Nov, 10:30–11:15 CET", "3 days ago" of a
 * day without a time; with the clock of its own zone where that is another one.
 */
export function whenWords(
  { starts_at, ends_at, time_zone }: Timed,
  zone: string,
  now = Date.now(),
): string {
  const iso = formatMoment(starts_at, zone);
  if (isDayValue(starts_at)) return formatWhen(iso, now);
  const clock = iso.slice(11, 16);
  const near = formatWhen(iso, now);
  const begun = near.endsWith(clock) ? near : `${formatDay(iso, now)}, ${clock}`;
  const end = ends_at === null ? "" : `–${formatMoment(ends_at, zone).slice(11, 16)}`;
  const there =
    time_zone && time_zone !== zone ? formatMoment(starts_at, time_zone).slice(11, 16) : clock;
  const other = there === clock ? "" : ` (${there} ${zoneWords(time_zone ?? zone)})`;
  return `${begun}${end} ${zoneAbbreviation(starts_at, zone)}${other}`;
}

type Placed = Pick<InterviewRow, "url" | "place">;

/** How people meet, in a word: "video", or the place. */
export const whereWords = ({ url, place }: Placed): string =>
  [url && "video", place].filter(Boolean).join(" · ");

/** "with Jonas Weber and Elif Demir"; "" of nobody. */
export function withWords(people: readonly { name: string }[]): string {
  const names = people.map(contactName);
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return shown.length > 0 ? `with ${listWords.format(shown)}` : "";
}

const listWords = new Intl.ListFormat("en");

/** The outcomes with the hue of each. */
export const outcomeKinds = {
  Waiting: "waiting",
  Passed: "offer",
  Failed: "rejected",
  Cancelled: "closed",
} as const;

/** What an interview is about: "Helio Robotics, Staff Engineer". */
export const subjectTitle = ({ name, title }: { name: string; title: string }): string =>
  [name, title].filter(Boolean).join(", ") || "Untitled";
