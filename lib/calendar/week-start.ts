import { canonicalTimeZone } from "../env.ts";

const monday = 1;

// The regions whose week does not begin on a Monday (CLDR, weekData): on a Sunday, and on a Saturday.
const regions = [
  [
    7,
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW",
  ],
  [6, "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"],
] as const;

type LocaleWithZones = Intl.Locale & { getTimeZones?: () => string[] | undefined };

let weekStarts: Map<string, number> | undefined;

/** By time zone, since a person chooses that and no country. */
function allWeekStarts(): Map<string, number> {
  weekStarts ??= new Map(
    regions.flatMap(([weekday, codes]) =>
      codes
        .split(" ")
        .map((region): LocaleWithZones => new Intl.Locale("und", { region }))
        .flatMap((locale) => locale.getTimeZones?.() ?? [])
        .map((zone) => [zone, weekday] as const),
    ),
  );
  return weekStarts;
}

/** The weekday that weeks begin with where a time zone is, by ISO 8601: 1 is Monday, 7 is Sunday. */
export const firstWeekday = (zone: string): number =>
  allWeekStarts().get(canonicalTimeZone(zone) ?? zone) ?? monday;
