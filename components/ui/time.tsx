import { formatDateTime, formatRelative, formatWhen, machineTime } from "./format.ts";

type Props = {
  /** an instant in the reader's zone with its offset, or a day without a time, as `formatMoment` writes it */
  iso: string;
  className?: string;
  /** with the time of day, where that matters */
  clock?: boolean;
  /** what the server wrote, where the browser renders it again by a clock of its own */
  words?: string;
};

/** "3 days ago", "tomorrow 10:30" or "12 Nov"; the whole date on hover and to screen readers. */
export function DateText({ iso, className, clock, words }: Props) {
  const full = formatDateTime(iso);
  return (
    <time dateTime={machineTime(iso)} title={full} className={className} suppressHydrationWarning>
      {words ?? (clock ? formatWhen(iso) : formatRelative(iso))}
      <span className="sr-only">{` (${full})`}</span>
    </time>
  );
}

/** A moment with the reader's offset, and how far it is in words. */
export type DayText = readonly [at: string, words: string];

/** The cell of a list that shows a moment. */
export const dayCell = (day: DayText | null | undefined) =>
  day && <DateText iso={day[0]} words={day[1]} />;
