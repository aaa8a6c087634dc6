const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

// ISO 3166-1 alpha-3, which Intl does not read: those that job boards write, in pairs.
const alpha3 = new Map(
  `USA US GBR GB DEU DE FRA FR CAN CA AUS AU NZL NZ IND IN IRL IE NLD NL BEL BE CHE CH AUT AT ESP ES PRT PT ITA IT POL PL
  CZE CZ SVK SK HUN HU ROU RO BGR BG GRC GR TUR TR UKR UA ISR IL ARE AE SAU SA EGY EG ZAF ZA NGA NG KEN KE SWE SE NOR NO
  DNK DK FIN FI ISL IS EST EE LVA LV LTU LT LUX LU MLT MT CYP CY HRV HR SVN SI SRB RS MEX MX BRA BR ARG AR CHL CL COL CO
  PER PE URY UY CRI CR PRI PR JPN JP KOR KR CHN CN HKG HK TWN TW SGP SG MYS MY IDN ID THA TH VNM VN PHL PH PAK PK BGD BD
  LKA LK RUS RU MAR MA TUN TN GHA GH JOR JO LBN LB QAT QA KWT KW BHR BH OMN OM ARM AM GEO GE KAZ KZ`
    .split(/\s+/)
    .flatMap((code, at, all) => (at % 2 === 0 ? [[code, all[at + 1] ?? ""] as const] : [])),
);

/**
 * A country as a person writes it: "DE" and "DEU" are "Germany". A name stays; two or three capitals that are no
 * country's code give null, since another country would be a guess.
 */
export function countryName(text: string): string | null {
  if (/^[A-Za-z]{2}$/.test(text)) return names.of(text.toUpperCase()) ?? null;
  if (!/^[A-Z]{3}$/.test(text)) return text;
  const code = alpha3.get(text);
  return code ? (names.of(code) ?? null) : null;
}
