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

/** "two days", "four-day": how long or how often, and not what is paid for. */
const countBefore =
  /(?<!\p{L})(?:one|two|three|four|five|six|ten|twelve|eine?[nmr]?|zwei|drei|vier|fünf|sechs|une?|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|een|twee|drie|vijf)[\s-]$/iu;
const longestCount = 8;

/** The first period that a text names, or null. "Two days a week" names none. */
export function findPeriod(text: string): PayPeriod | null {
  let countedUntil = -1;
  for (const match of text.matchAll(periodPattern)) {
    const period = periods.find((name) => match.groups?.[name] !== undefined);
    const word = period && match.groups?.[period]?.toLowerCase();
    const before = text.slice(Math.max(0, match.index - longestCount), match.index);
    const isOfCount = countedUntil >= 0 && text.slice(countedUntil, match.index).trim() === "";
    if (isOfCount || countBefore.test(before)) countedUntil = match.index + match[0].length;
    else if (period && word && (match.groups?.lead || !needsPreposition.has(word))) return period;
  }
  return null;
}

/** Removes the periods, so that only a separator remains between two amounts. */
export const withoutPeriods = (text: string) => text.replace(periodPattern, " ");
