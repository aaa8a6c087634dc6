export const periods = ["hour", "day", "week", "month", "year"] as const;
export type PayPeriod = (typeof periods)[number];

/** Periods per year by convention; the report states them. */
export const perYear: Record<PayPeriod, number> = {
  hour: 2080,
  day: 260,
  week: 52,
  month: 12,
  year: 1,
};

const periodWords: Record<PayPeriod, string> = {
  hour: "hourly|hours?|hrs?|h|stunden?(?:lohn|satz)?|stündlich|std|uur|heure|hora|p\\.?h",
  day: "daily|days?|d|tag(?:e?s?satz)?|tagessatz|täglich|diem|dag|jour|día|p\\.?d",
  week: "weekly|weeks?|wk|woche|wöchentlich|semaine|semana|p\\.?w",
  month:
    "monthly|months?|mon|mo|mth|mtl|m|monat(?:s(?:gehalt|lohn))?|monatlich|maand|mois|mes|mensual|pcm|p\\.?m",
  year: "yearly|years?|yrs?|y|annual(?:ly)?|annum|jahr(?:es(?:gehalt|brutto))?|jährlich|jaar|an|año|p\\.?a|lpa|ctc",
};

// Single letters and short nouns count only after a slash or "per"; "M" alone is a million.
const needsPreposition = new Set(["h", "d", "m", "y", "an", "mes", "hora"]);
const periodPattern = new RegExp(
  `(?<lead>/\\s*|\\b(?:per|pro|an?|je|im|in der|die|par|por|al)\\s+)?(?<![\\p{L}])(?:${periods
    .map((period) => `(?<${period}>${periodWords[period]})`)
    .join("|")})(?![\\p{L}])`,
  "giu",
);

/** The first period that a text names, or null. */
export function findPeriod(text: string): PayPeriod | null {
  for (const match of text.matchAll(periodPattern)) {
    const period = periods.find((name) => match.groups?.[name] !== undefined);
    const word = period && match.groups?.[period]?.toLowerCase();
    if (period && word && (match.groups?.lead || !needsPreposition.has(word))) return period;
  }
  return null;
}

/** Removes the periods, so that only a separator remains between two amounts. */
export const withoutPeriods = (text: string) => text.replace(periodPattern, " ");
