import { IANAZone } from "luxon";

/** A stretch of time with one offset: `from` in the stored form, the offset in seconds east of UTC. */
export type ZoneSpan = { from: string; seconds: number };

const spanCache = new Map<string, ZoneSpan[]>();
const [searchStartMs, searchEndMs] = [Date.UTC(1883, 0), Date.UTC(2051, 0)];
// Shorter than any zone ever kept an offset (a month of Ramadan).
const probeStepMs = 21 * 86_400_000;

/** Every offset that the zone has had and is known to get, the oldest first. Found once: Intl is slow to ask. */
export function zoneSpans(zone: string): ZoneSpan[] {
  const cached = spanCache.get(zone);
  if (cached) return cached;
  const rules = IANAZone.create(zone);
  const seconds = (millis: number) => Math.round(rules.offset(millis) * 60);
  const match: ZoneSpan[] = [{ from: "", seconds: seconds(searchStartMs) }];
  for (let low = searchStartMs; low < searchEndMs; low += probeStepMs) {
    const before = match.at(-1)?.seconds;
    if (seconds(low + probeStepMs) === before) continue;
    let [start, end] = [low / 1000, (low + probeStepMs) / 1000];
    while (end - start > 1) {
      const middle = Math.floor((start + end) / 2);
      if (seconds(middle * 1000) === before) start = middle;
      else end = middle;
    }
    match.push({
      from: `${new Date(end * 1000).toISOString().slice(0, 19)}.000000Z`,
      seconds: seconds(end * 1000),
    });
  }
  spanCache.set(zone, match);
  return match;
}

/** The offset of the zone at a stored instant, in seconds east of UTC. */
export function offsetSeconds(value: string, zone: string): number {
  const list = zoneSpans(zone);
  let [low, high] = [0, list.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.from ?? "") <= value) low = middle;
    else high = middle;
  }
  return list[low]?.seconds ?? 0;
}

/** An offset as ISO 8601 writes it; seconds only where there are some (before standard time). */
export function offsetText(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [size / 3600, (size / 60) % 60, ...(size % 60 ? [size % 60] : [])];
  const text = parts.map((part) => String(Math.trunc(part)).padStart(2, "0")).join(":");
  return `${seconds < 0 ? "-" : "+"}${text}`;
}
