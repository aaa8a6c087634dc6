import { formatDate, formatDateTime, formatRelative } from "./format.ts";

type Props = {
  /** an instant in the reader's zone with its offset, as `formatInstant` writes it */
  iso: string;
  className?: string;
};

/**
 * "3 days ago", or the date where that is long; the whole date on hover and to screen readers. A component that the
 * browser renders too is given the `words`, since its clock is another.
 */
export function RelativeTime({
  iso,
  className,
  words = formatRelative(iso),
}: Props & { words?: string }) {
  const full = formatDateTime(iso);
  return (
    <time dateTime={iso} title={full} className={className}>
      {words}
      <span className="sr-only">{` (${full})`}</span>
    </time>
  );
}

/** "12 Nov 2026", or with `clock` "Thursday, 12 Nov 2026, 10:30". */
export function DateText({ iso, className, clock }: Props & { clock?: boolean }) {
  const full = formatDateTime(iso);
  return (
    <time dateTime={iso} title={full} className={className}>
      {clock ? full : formatDate(iso)}
    </time>
  );
}
