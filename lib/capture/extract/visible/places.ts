import { fold } from "../../../imports/vocabulary/fold.ts";
import { saysRole } from "./job-words.ts";

const regions = new Set(
  `AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC
  SD TN TX UT VT VA WA WV WI WY DC PR AB BC MB NB NL NS NT NU ON PE QC SK YT NSW VIC QLD TAS ACT UK USA UAE US EU`.split(
    /\s+/,
  ),
);
const regionNames = new Set(
  `alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|illinois|indiana|iowa
  |kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada
  |new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island
  |south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|ontario
  |quebec|british columbia|alberta|manitoba|nova scotia|victoria|new south wales|queensland|england|scotland|wales
  |north america|europe|emea|apac|latam|bayern|hessen|united states|usa|uk|uae`
    .split("|")
    .map((name) => name.trim()),
);

let countries: Set<string> | null = null;

/** The names of countries in the languages of many postings, folded; made when first needed. */
function countryNames(): Set<string> {
  if (countries) return countries;
  countries = new Set();
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const locale of ["en", "de", "fr", "es", "it", "pt", "nl"]) {
    const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
    for (const a of letters)
      for (const b of letters) {
        const name = names.of(a + b);
        if (name) countries.add(fold(name));
      }
  }
  return countries;
}

const isLand = (part: string): boolean =>
  regions.has(part) || regionNames.has(fold(part)) || countryNames().has(fold(part));

/** A postcode, or the number of a French department, behind or before a town. */
const postal =
  /^(?:(?:(?:D-|F-)?\d{5}|(?:A|CH)-\d{4}) \p{Lu}[\p{L}'’./ -]{1,40}|\p{Lu}[\p{L}'’ -]{1,40}(?: \d{1,2}e)? \((?:\d{2,3}|2[AB])\)|\p{Lu}[\p{L}'’ -]{1,40} [A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})$/u;
/** "São Paulo, SP": states that two letters stand for as well. */
const brazil =
  /^\p{Lu}[\p{L}' -]{2,40}(?:,| -) (?:AC|AL|AM|AP|BA|CE|DF|ES|GO|MG|MS|MT|PB|PE|PI|PR|RJ|RO|RR|RS|SC|SE|SP|TO)$/u;

/** Whether a short text is a place by its form: "Berlin, Germany", "Austin, TX 78701", "Canada". */
export function isPlace(text: string): boolean {
  const short = text.trim();
  if (short.length <= 60 && (postal.test(short) || brazil.test(short))) return !saysRole(short);
  const line = text.trim().replace(/\s\(.{0,40}\)$/, "");
  if (line.length > 80 || !/^\p{Lu}/u.test(line) || /[:!?"]/.test(line)) return false;
  const parts = line.split(/,\s*|\s[–-]\s/);
  const last = (parts.at(-1) ?? "").replace(/\s\d[\d\s-]{2,9}$/, "").trim();
  if (parts.length > 5 || parts.some((part) => part.split(" ").length > 5)) return false;
  return isLand(last) || (parts.length > 1 && isLand(parts[0] ?? ""));
}
