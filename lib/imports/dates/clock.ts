import { readZone, type WrittenZone } from "./zones.ts";

/** A time of day, with the zone if the text names one. */
export type Clock = { hour: number; minute: number; second: number; zone?: WrittenZone };

const before = String.raw`(?:at |um |a las |à |alle |às |om |kl\.? |o |@ ?|(?<early>上午|午前|오전)|(?<late>下午|午後|오후))`;
const half = String.raw`(?<half>[ap]m\b|[ap]\.\s?m\.)`;
const exact = String.raw`(?<hour>\d{1,2})[:.h](?<minute>\d{2})(?:[:.](?<second>\d{2})(?:[.,]\d+)?)?(?![.:/]?\d)(?:\s?${half})?`;
const timePattern = new RegExp(
  String.raw`^[\s,.T(]{0,4}${before}?\s?(?:${exact}|(?<wholeHour>\d{1,2})\s?(?:(?<wholeHalf>[ap]m\b|[ap]\.\s?m\.)|uhr\b|h\b))`,
  "iu",
);
const zonePattern =
  /^(?: uhr)?\s?\(?\s?((?:utc|gmt)?\s?[+\-−]\s?\d{1,2}(?::?\d{2})?(?!\d|[:.]\d)|eastern time|central time|mountain time|pacific time|[a-z]+\/[a-z_]+(?:\/[a-z_]+)?|[a-z]{1,4}\b)/iu;

/** The time at the start of a text that follows a day, and how many characters it takes; null if there is none. */
export function readClock(text: string): { clock: Clock; length: number } | null {
  const match = timePattern.exec(text);
  if (!match?.groups) return null;
  const { hour, minute = "0", second = "0", wholeHour, early, late } = match.groups;
  const half = match.groups.half ?? match.groups.wholeHalf ?? (late && "p") ?? (early && "a");
  const clock: Clock = {
    hour: halfDayHour(Number(hour ?? wholeHour), half),
    minute: Number(minute),
    second: Number(second),
  };
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return null;
  const [whole] = match;
  const written = zonePattern.exec(text.slice(whole.length));
  const zone = written && !isSpan(clock, written[0]) ? readZone(written[1] ?? "") : null;
  if (!written || !zone) return { clock, length: whole.length };
  return { clock: { ...clock, zone }, length: whole.length + written[0].length };
}

const halfDayHour = (hour: number, half: string | undefined) =>
  half && hour <= 12 ? (hour % 12) + (/^p/i.test(half) ? 12 : 0) : hour;

// "10:00-11:00" and "10:00 - 11:00" are spans of time, "10:00 -11:00" has an offset.
function isSpan({ hour, minute }: Clock, zone: string): boolean {
  const [, open, close, h, m] = /^(\s?)[-−](\s?)(\d{1,2}):(\d{2})$/.exec(zone) ?? [];
  return h !== undefined && open === close && Number(h) * 60 + Number(m) > hour * 60 + minute;
}
