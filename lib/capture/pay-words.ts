import type { CapturedPay } from "./posting.ts";

const articles = { hour: "an", day: "a", week: "a", month: "a", year: "a" } as const;

/** Pay as a person writes it: "€70,000–95,000 a year", "From $25.50 an hour"; null where it says no amount. */
export function payWords({ min, max, currency, period }: CapturedPay): string | null {
  const [low, high] = min !== null && max !== null && min > max ? [max, min] : [min, max];
  const most = high ?? low;
  if (most === null) return null;
  const digits = [low, high].every((amount) => amount === null || Number.isInteger(amount)) ? 0 : 2;
  const range = low !== null && high !== null && low !== high;
  const money = inCurrency(low ?? most, currency, digits);
  const words = range
    ? `${money}–${inNumbers(most, digits)}`
    : low === null
      ? `Up to ${money}`
      : high === null
        ? `From ${money}`
        : money;
  return period ? `${words} ${articles[period]} ${period}` : words;
}

const fraction = (digits: number) => ({
  minimumFractionDigits: digits,
  maximumFractionDigits: digits,
});

const inNumbers = (amount: number, digits: number) => amount.toLocaleString("en", fraction(digits));

function inCurrency(amount: number, currency: string | null, digits: number): string {
  if (!currency || !/^[A-Za-z]{3}$/.test(currency)) return inNumbers(amount, digits);
  const style = { style: "currency", currency, ...fraction(digits) } as const;
  return amount.toLocaleString("en", style).replaceAll("\u00a0", " ");
}
