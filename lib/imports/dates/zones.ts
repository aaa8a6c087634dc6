import { FixedOffsetZone, IANAZone, type Zone } from "luxon";

/** Offsets in hours east of UTC; of zones with the same letters, the usual one. */
const offsets = `utc 0|gmt 0|z 0|wet 0|west 1|bst 1|ist 5.5|cet 1|cest 2|mez 1|mesz 2|eet 2|eest 3|sast 2|cat 2|eat 3|wat 1
  |msk 3|trt 3|gst 4|pkt 5|npt 5.75|wib 7|ict 7|sgt 8|hkt 8|pht 8|myt 8|awst 8|jst 9|kst 9|acst 9.5|acdt 10.5|aest 10|aedt 11
  |nzst 12|nzdt 13|brt -3|art -3|clt -4|clst -3|cot -5|pet -5|nst -3.5|ndt -2.5|ast -4|adt -3|est -5|edt -4|cst -6|cdt -5
  |mst -7|mdt -6|pst -8|pdt -7|akst -9|akdt -8|hst -10`;

const offsetByLetters = new Map(
  offsets.split("|").map((entry) => {
    const [letters = "", hours] = entry.trim().split(" ");
    return [letters, Number(hours) * 60] as const;
  }),
);

/** Where the letters of a zone mean another one: at home in these zones they are the owner's own. */
const ownZones: ReadonlyMap<string, RegExp> = new Map([
  ["bst", /^Asia\/Dhaka$/],
  ["ist", /^(Europe\/Dublin|Asia\/(Jerusalem|Tel_Aviv))$/],
  ["cst", /^Asia\/(Shanghai|Taipei|Macau|Chongqing|Harbin|Urumqi)$|^(PRC|ROC)$|^America\/Havana$/],
  ["ast", /^Asia\/(Riyadh|Kuwait|Qatar|Bahrain|Baghdad|Aden)$/],
]);

// Letters and words that leave open whether it is summer time.
const namedZones = new Map([
  ["et", "America/New_York"],
  ["ct", "America/Chicago"],
  ["mt", "America/Denver"],
  ["pt", "America/Los_Angeles"],
  ["eastern time", "America/New_York"],
  ["central time", "America/Chicago"],
  ["mountain time", "America/Denver"],
  ["pacific time", "America/Los_Angeles"],
]);

/** A zone written beside a time: its offset in minutes east of UTC, maybe by letters, or its IANA name. */
export type WrittenZone = { offset: number; letters?: string } | { name: string };

const maxZoneLength = 40;
const signedOffset = /^([+\-−])(\d{1,2})(?::?(\d{2}))?$/;

/** Reads a zone as “-0800”, “+05:30”, “GMT+1”, “EDT”, “ET” or “Europe/Paris”; null for other texts. */
export function readZone(text: string): WrittenZone | null {
  if (text.length > maxZoneLength) return null;
  const letters = text.toLowerCase().trim();
  const offset = offsetMinutes(letters.replace(/^(?:utc|gmt)/, "").replace(/\s/g, ""));
  if (offset !== null) return { offset };
  // In small letters most are words: "et" is French for "and".
  if (letters.length <= 4 && !/^[A-Z]+$/.test(text) && !/^(utc|gmt|z)$/.test(letters)) return null;
  const known = offsetByLetters.get(letters);
  if (known !== undefined) return { offset: known, letters };
  const name = namedZones.get(letters) ?? (letters.includes("/") ? text.trim() : "");
  return name && IANAZone.isValidZone(name) ? { name } : null;
}

/** The zone that is meant, by an owner who is at home in another. */
export function zoneFor(written: WrittenZone, owner: string): string | Zone {
  if ("name" in written) return written.name;
  const { offset, letters = "" } = written;
  return ownZones.get(letters)?.test(owner) ? owner : FixedOffsetZone.instance(offset);
}

function offsetMinutes(text: string): number | null {
  const [, sign, h, m = "0"] = signedOffset.exec(text) ?? [];
  const minutes = Number(h) * 60 + Number(m);
  // Offsets run from UTC-12 to UTC+14.
  if (sign === undefined || Number(m) > 59 || minutes > 14 * 60) return null;
  return sign === "+" ? minutes : -minutes;
}
