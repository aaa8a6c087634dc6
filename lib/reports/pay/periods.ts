export const periods = ["hour", "day", "week", "month", "year"] as const;
export type Period = (typeof periods)[number];

/** How many of each a year is taken to have; the report says so. */
export const perYear: Record<Period, number> = {
  hour: 2080,
  day: 260,
  week: 52,
  month: 12,
  year: 1,
};

const words: Record<Period, string> = {
  hour: "hourly|hours?|hrs?|h|stunden?(?:lohn|satz)?|stündlich|std|uur|heure|hora|p\\.?h",
  day: "daily|days?|d|tag(?:e?s?satz)?|tagessatz|täglich|diem|dag|jour|día|p\\.?d",
  week: "weekly|weeks?|wk|woche|wöchentlich|semaine|semana|p\\.?w",
  month:
    "monthly|months?|mon|mo|mth|mtl|m|monat(?:s(?:gehalt|lohn))?|monatlich|maand|mois|mes|mensual|pcm|p\\.?m",
  year: "yearly|years?|yrs?|y|annual(?:ly)?|annum|jahr(?:es(?:gehalt|brutto))?|jährlich|jaar|an|año|p\\.?a|lpa|ctc",
};

// A single letter or a short noun counts after a slash or "per" only; "M" is otherwise a million.
const lone = new Set(["h", "d", "m", "y", "an", "mes", "hora"]);
const any = new RegExp(
  `(?<lead>/\\s*|\\b(?:per|pro|an?|je|im|in der|die|par|por|al)\\s+)?(?<![\\p{L}])(?:${periods
    .map((period) => `(?<${period}>${words[period]})`)
    .join("|")})(?![\\p{L}])`,
  "giu",
);

/** The first period that a text names, or null. */
export function findPeriod(text: string): Period | null {
  for (const match of text.matchAll(any)) {
    const period = periods.find((name) => match.groups?.[name] !== undefined);
    const word = period && match.groups?.[period]?.toLowerCase();
    if (period && word && (match.groups?.lead || !lone.has(word))) return period;
  }
  return null;
}

/** The text without its periods: what stands between two amounts then is only what joins them. */
export const withoutPeriods = (text: string) => text.replace(any, " ");
