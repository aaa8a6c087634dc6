import { fold } from "../../../imports/vocabulary/fold.ts";
import { countryName } from "./country.ts";
import { type LocationType, locationType } from "./location-type.ts";
import { words } from "./words.ts";

/** The parts of a place, as a page's data has them; each may be anything. */
export type PlaceParts = { city?: unknown; region?: unknown; country?: unknown };

const nowhere =
  /^(?:(?:\d+|multiple|various|several|many|all|other) (?:locations?|cities|places?|offices?)|various|multiple|anywhere(?: in the world)?|worldwide|global(?:ly)?|flexible|unspecified|location|online)$/;
/** A work mode with what joins it to a place: "Remote - ", "(hybrid)", "Remote in". */
const mode =
  /\(?\b(?:(?:fully|100 ?%) )?(?:remote|hybrid|on-?site|in-?office|telecommute|home ?office|work from home|wfh)\b(?: (?:only|first|friendly|work|job|position|eligible|based|within|from|in)\b)?\)?/gi;

const hasLetters = (text: string) => /\p{L}/u.test(text);

const withoutMode = (text: string): string =>
  text
    .replace(mode, " ")
    .replace(/\(\s*\)|\[\s*\]/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:/|–—-]{1,10}|[\s,;:/|–—-]{1,10}$/g, "")
    .replace(/^\(([^()]*)\)$/, "$1")
    .trim();

/** What a text says as a place, without a work mode; null where nothing is left of it. */
function placeWords(value: unknown): string | null {
  const text = words(value);
  // A place in a text of JSON is no name.
  if (!text || text.length > 200 || /^[[{]/.test(text)) return null;
  const place = withoutMode(text);
  return hasLetters(place) && !nowhere.test(fold(place)) ? place : null;
}

/** City and region of a site's name, as big employers write it: "AMER - Canada - Quebec - Montreal - 10 Rue X". */
function sitePlace(site: string | null, country: string | null): string[] | null {
  const steps = site?.split(" - ") ?? [];
  const at = country === null ? -1 : steps.indexOf(country);
  const [region, city] = at < 0 ? [] : steps.slice(at + 1);
  return region && city ? [city, region] : null;
}

/** A place as a person writes it, "Austin, TX, United States", from its parts; null where none says one. */
export function place({ city, region, country }: PlaceParts): string | null {
  const land = placeWords(country);
  const parts = [
    ...(sitePlace(placeWords(city), land) ?? [placeWords(city), placeWords(region)]),
    land && countryName(land),
  ];
  let written = "";
  let done = "";
  for (const part of parts) {
    if (!part) continue;
    const key = ` ${fold(part)} `;
    // "Austin, TX" in the city's field has the region in it already; "Berlin, Berlin" is one.
    if (done.includes(key)) continue;
    done += key;
    written = written ? `${written}, ${part}` : part;
  }
  return written || null;
}

/** The places of a text that names one or several ("Remote - Canada", "Bonn; Köln"), and the work mode in it. */
export function placesOf(value: unknown): {
  locations: string[];
  location_type: LocationType | null;
} {
  const text = words(value);
  if (!text || text.length > 2_000) return { locations: [], location_type: null };
  const parts = text.split(/[;|•·\n]| (?:\/|or|oder|ou) /).slice(0, 50);
  const locations = parts.flatMap((part) => placeWords(part) ?? []);
  return { locations: [...new Set(locations)], location_type: locationType(text) };
}
