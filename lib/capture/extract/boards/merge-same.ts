import type { Reading } from "../../posting.ts";

const rank = { sure: 2, likely: 1, doubtful: 0 } as const;

const title = (reading: Reading) => reading.posting_title?.value.toLowerCase() ?? "";

/** The rows of one posting: a list and its details repeat it, and some boards give it a row for each place. */
export function mergeSame(readings: readonly Reading[]): Reading[] {
  const merged: Reading[] = [];
  const known = new Map<string, Reading>();
  for (const reading of readings) {
    const keys = keysOf(reading);
    const same =
      keys.map((key) => known.get(key)).find(Boolean) ??
      (reading.job_id ? undefined : merged.find((each) => isSameRow(each, reading)));
    if (same) join(same, reading);
    else merged.push(reading);
    for (const key of keys) known.set(key, same ?? reading);
  }
  return merged;
}

const keysOf = (reading: Reading): string[] =>
  [reading.job_id?.value, reading.posting_url_full?.value]
    .filter((key) => key !== undefined)
    .map((key) => `${title(reading)}\n${key.toLowerCase()}`);

/** A record without any number belongs to the row of its title, unless their places differ. */
function isSameRow(row: Reading, record: Reading): boolean {
  if (record.posting_url_full || title(row) !== title(record)) return false;
  const [places, others] = [row.locations?.value, record.locations?.value];
  return !places || !others || others.some((place) => places.includes(place));
}

function join(into: Reading, from: Reading): void {
  const places = joinedPlaces(into, from);
  for (const field of Object.keys(from) as (keyof Reading)[]) {
    const [before, next] = [into[field], from[field]];
    if (!next || (before && rank[before.confidence] >= rank[next.confidence])) continue;
    Object.assign(into, { [field]: next });
  }
  if (into.locations && places) into.locations = { ...into.locations, value: places };
}

const maxPlaces = 50;

/** Rows of one kind have a place each; of a list and its details the one that says more counts. */
function joinedPlaces(into: Reading, from: Reading): string[] | undefined {
  const [own, other] = [into.locations?.value, from.locations?.value];
  if (!own || !other) return own ?? other;
  const kind = (reading: Reading) => Object.keys(reading).sort().join();
  if (kind(into) === kind(from)) return [...new Set([...own, ...other])].slice(0, maxPlaces);
  if (own.length !== other.length) return own.length > other.length ? own : other;
  return other.join().length > own.join().length ? other : own;
}
