import { fold } from "../../../imports/vocabulary/fold.ts";

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

/** Whether a short text is a place by its form: "Berlin, Germany", "Austin, TX 78701", "Canada". */
export function isPlace(text: string): boolean {
  const line = text.trim().replace(/\s\(.{0,40}\)$/, "");
  if (line.length > 80 || !/^\p{Lu}/u.test(line) || /[:!?"]/.test(line)) return false;
  const parts = line.split(/,\s*|\s[–-]\s/);
  const last = (parts.at(-1) ?? "").replace(/\s\d[\d\s-]{2,9}$/, "").trim();
  if (parts.length > 5 || parts.some((part) => part.split(" ").length > 5)) return false;
  return isLand(last) || (parts.length > 1 && isLand(parts[0] ?? ""));
}
