import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatInstant } from "../lib/dates.ts";
import { isDayValue } from "../lib/day-value.ts";
import type { InvitedEvent } from "../lib/interviews/invitations/event.ts";
import { type InvitationType, readInvitation } from "../lib/interviews/invitations/read.ts";

// Reads published invitations: messages against hand-made expectations, calendars for events that are not read.
const zone = "Europe/Berlin";
const least = 0.97;

type Wanted = {
  starts_at: string;
  ends_at: string;
  time_zone: string | null;
  location: string | null;
};
type Accepted = { accept?: Partial<Record<keyof Wanted, (string | null)[]>> };
type Entry = { file: string; event?: (Wanted & Accepted) | null; accept?: { event?: null[] } };

const filesOf = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort();

const read = async (type: InvitationType, path: string): Promise<InvitedEvent[]> =>
  readInvitation(type, readFileSync(path), zone).catch(() => []);

const millis = (at: string | null) => (at ? Date.parse(at) : Number.NaN);
const shown = (stored: string | null) =>
  stored && !isDayValue(stored) ? formatInstant(stored, zone) : stored;

/** Which fields of an event are right, by name. */
function judge(
  found: InvitedEvent,
  { accept = {}, ...wanted }: Wanted & Accepted,
): [string, boolean][] {
  const fits = (name: keyof Wanted, is: (value: string | null) => boolean) =>
    [wanted[name], ...(accept[name] ?? [])].some(is);
  const offset = (name: string | null) => name && formatInstant(found.starts_at, name).slice(19);
  const sameZone = (name: string | null) => {
    try {
      return offset(name) === offset(found.time_zone);
    } catch {
      return false;
    }
  };
  const place = (text: string | null) =>
    (text ?? "").trim() === found.place.trim() || text === found.url;
  return [
    ["starts_at", fits("starts_at", (at) => millis(at) === millis(shown(found.starts_at)))],
    ["ends_at", fits("ends_at", (at) => millis(at) === millis(shown(found.ends_at)))],
    ["time_zone", fits("time_zone", sameZone)],
    ["location", fits("location", place)],
  ];
}

async function judgeMessages(root: string): Promise<[string, boolean][]> {
  const path = join(root, "mail-expected", "eml-invite.json");
  const entries = JSON.parse(readFileSync(path, "utf8")) as Entry[];
  const verdicts: [string, boolean][] = [];
  for (const { file, event = null, accept } of entries) {
    const [found] = await read("message/rfc822", join(root, "eml-invite", file));
    const mayMiss = event === null || accept?.event?.includes(null);
    if (!found) verdicts.push([`${file} event`, Boolean(mayMiss)]);
    else if (event)
      verdicts.push(
        ...judge(found, event).map(([name, ok]): [string, boolean] => [`${file} ${name}`, ok]),
      );
    else verdicts.push([`${file} event`, false]);
  }
  return verdicts;
}

/** Each event with a start that is a date is to be read. */
async function judgeCalendars(root: string): Promise<[string, boolean][]> {
  const folder = join(root, "ics");
  const verdicts: [string, boolean][] = [];
  for (const file of filesOf(folder, ".ics")) {
    const text = readFileSync(join(folder, file), "utf8").replace(/\r?\n[ \t]/g, "");
    const events = text.split(/^BEGIN:VEVENT/m).slice(1);
    const wanted = events.filter((event) =>
      /^DTSTART[^\n]*:\d{8}(?:T\d{6}Z?)?\s*$/m.test(event.split(/^END:VEVENT/m)[0] ?? ""),
    ).length;
    const found = await read("text/calendar", join(folder, file));
    for (let at = 0; at < wanted; at += 1)
      verdicts.push([`${file} event ${at + 1}`, at < found.length]);
  }
  return verdicts;
}

/** Scores the reading of invitations; gives a verdict for each of the sets that are there. */
export async function scoreInvitations(root: string): Promise<boolean[]> {
  if (!existsSync(join(root, "eml-invite"))) return [];
  const sets: [string, [string, boolean][]][] = [
    ["invitations in messages", await judgeMessages(root)],
    ["events of calendars", await judgeCalendars(root)],
  ];
  return sets.map(([name, verdicts]) => {
    for (const [what, ok] of verdicts) if (!ok) console.log(`  wrong: ${what}`);
    const right = verdicts.filter(([, ok]) => ok).length;
    const ok = right >= verdicts.length * least;
    const share = ((100 * right) / verdicts.length).toFixed(1);
    console.log(`${ok ? "ok  " : "FAIL"} ${name}: ${share}% of ${verdicts.length} (minimum 97%)`);
    return ok;
  });
}
