import { toStored } from "../dates.ts";
import { type ZoneSpan, zoneSpans } from "../zone-offsets.ts";

/**
 * The VTIMEZONE of an IANA zone (RFC 5545, section 3.6.5) for instants between two stored ones: each change of the
 * offset by itself, as the zone database has it, so that rules that end or change come out right.
 */
export function vtimezone(zone: string, first: string, last: string): string {
  const all = zoneSpans(zone);
  const from = Math.max(
    0,
    all.findLastIndex((span) => span.from <= first),
  );
  const spans = all.slice(from).filter((span, at) => at === 0 || span.from <= last);
  const standard = Math.min(...spans.map(({ seconds }) => seconds));
  const observances = spans.flatMap((span, at) => {
    const before = all[from + at - 1] ?? span;
    return observance(span, before.seconds, span.seconds === standard);
  });
  return ["BEGIN:VTIMEZONE", `TZID:${zone}`, ...observances, "END:VTIMEZONE"].join("\r\n");
}

function observance({ from, seconds }: ZoneSpan, before: number, isStandard: boolean): string[] {
  const name = isStandard ? "STANDARD" : "DAYLIGHT";
  return [
    `BEGIN:${name}`,
    `DTSTART:${from ? localTime(from, before) : "18830101T000000"}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(seconds)}`,
    `END:${name}`,
  ];
}

/** A stored instant as the clock showed it at an offset: 20260329T020000. */
const localTime = (stored: string, seconds: number) =>
  toStored(Date.parse(`${stored.slice(0, 23)}Z`) + seconds * 1_000)
    .slice(0, 19)
    .replaceAll(/[-:]/g, "");

function offset(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [size / 3_600, (size / 60) % 60, ...(size % 60 ? [size % 60] : [])];
  const digits = parts.map((part) => String(Math.trunc(part)).padStart(2, "0")).join("");
  return `${seconds < 0 ? "-" : "+"}${digits}`;
}
