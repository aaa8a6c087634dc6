const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const day = 86_400_000;

// The wall time of an instant with its offset, read as if it were UTC: enough for days and words.
const wallMillis = (iso: string) => Date.parse(`${iso.slice(0, 19)}Z`);

/** The minutes of "+02:00" at the end of an instant; 0 for "Z" or none. */
function offsetOf(iso: string): number {
  const found = /([+-])(\d{2}):(\d{2})$/.exec(iso);
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return found[1] === "-" ? -minutes : minutes;
}

/** "12 Nov 2026" of an instant written in the reader's zone. */
export function dateWords(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${months[Number(iso.slice(5, 7)) - 1]} ${Number(iso.slice(0, 4))}`;
}

/** "Thursday, 12 Nov 2026, 10:30". */
export function fullWords(iso: string): string {
  const weekday = weekdays[new Date(wallMillis(iso)).getUTCDay()];
  return `${weekday}, ${dateWords(iso)}, ${iso.slice(11, 16)}`;
}

/** "today", "yesterday", "3 days ago", "in 5 days"; the date where it is further than two weeks. */
export function relativeWords(iso: string, now = Date.now()): string {
  const then = Math.floor(wallMillis(iso) / day);
  const today = Math.floor((now + offsetOf(iso) * 60_000) / day);
  const days = then - today;
  if (days === 0) return "today";
  if (days === -1) return "yesterday";
  if (days === 1) return "tomorrow";
  if (days < 0 && days >= -14) return `${-days} days ago`;
  if (days > 0 && days <= 14) return `in ${days} days`;
  return dateWords(iso);
}
