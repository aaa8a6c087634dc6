import { findAmounts } from "../../../reports/pay/amounts.ts";
import { findCurrency, noCurrency } from "../../../reports/pay/currencies.ts";
import { fromPattern, upToPattern } from "../../../reports/pay/read.ts";
import type { CapturedPay } from "../../posting.ts";
import { periodIn } from "./pay-periods.ts";
import { words } from "./words.ts";

/** The parts of a pay, as a page's data has them; each may be anything ("100,000.00", "USD", "$", "HOUR"). */
export type PayParts = { min?: unknown; max?: unknown; currency?: unknown; period?: unknown };

const maxAmount = 1e10;

/** An amount of pay; null for nothing, zero and what is no number. */
export function payAmount(value: unknown): number | null {
  if (typeof value === "number")
    return value > 0 && value < maxAmount ? Math.round(value * 100) / 100 : null;
  const text = words(value);
  if (!text || text.length > 40) return null;
  if (/^\d{1,10}(?:\.\d{1,9})?$/.test(text)) return payAmount(Number(text));
  const { amounts } = findAmounts(findCurrency(text)?.text ?? text);
  const [amount] = amounts;
  return amount && amounts.length === 1 ? payAmount(amount.value * amount.scale) : null;
}

/** An ISO 4217 code, from a code, a symbol ("$" is USD) or a name; null for anything else. */
function payCurrency(value: unknown): string | null {
  const text = words(value);
  if (!text || text.length > 30) return null;
  if (/^[A-Z]{3}$/i.test(text)) return text.toUpperCase();
  const currency = findCurrency(text)?.currency;
  return currency && currency !== noCurrency ? currency : null;
}

// UN/CEFACT's codes, which schema.org allows as `unitCode`, and short forms of job boards.
const periodCodes: Record<string, NonNullable<CapturedPay["period"]>> = {
  HUR: "hour",
  DAY: "day",
  WEE: "week",
  MON: "month",
  ANN: "year",
  YR: "year",
  YEARLY: "year",
  ANNUM: "year",
};

/** The period of a pay: `YEAR`, "per-hour-wage", "monthly", "p. a."; null where it says none. */
export function payPeriod(value: unknown): CapturedPay["period"] {
  const text = words(value);
  if (!text || text.length > 60) return null;
  return periodCodes[text.toUpperCase()] ?? periodIn(text.replace(/[_-]+/g, " "));
}

/** A pay from its parts; one amount alone is both ends, a currency or period alone is no pay. */
export function payOf({ min, max, currency, period }: PayParts): CapturedPay | null {
  const [low, high] = [payAmount(min), payAmount(max)];
  const ends = [low, high].filter((end) => end !== null);
  if (ends.length === 0) return null;
  return {
    min: low === null ? null : Math.min(...ends),
    max: high === null ? null : Math.max(...ends),
    currency: payCurrency(currency),
    period: payPeriod(period),
  };
}

const betweenAmounts = /^[\s¤]*(?:[-–—‒−~〜～]|to|bis|à|a|until|and|und|up to)[\s¤]*$/i;

/** "400万円" as plain yen, and without how many months a year's pay is spread over, which is no amount. */
const plainAmounts = (text: string): string =>
  text
    .replace(
      /(\d[\d,.]{0,10})\s?万円/g,
      (_, amount: string) => `${Number(amount.replaceAll(",", "")) * 10_000}円`,
    )
    .replaceAll("円", " JPY ")
    .replace(/\b(?:sur|auf|over) \d{1,2}(?:[.,]\d{1,2})? (?:mois|Monate|months)\b/gi, "");

/**
 * The pay that a short text says ("$126,000.00 - $146,000.00/yr", "£40k"); null where it has no amount with a
 * currency, more than one pay, or several currencies. For a field or a line, not for a whole text.
 */
export function payIn(value: unknown): CapturedPay | null {
  const text = words(value);
  if (!text || text.length > 300) return null;
  const money = findCurrency(plainAmounts(text.normalize("NFKC")));
  if (!money || money.currency === noCurrency) return null;
  const { skeleton, amounts } = findAmounts(money.text);
  const [first, second] = amounts;
  if (!first || amounts.length > 2) return null;
  const [, rest = ""] = skeleton.split("#0#");
  const [between = ""] = rest.split("#1#");
  const period = periodIn(rest.replace(/#\d#/g, " ")) ?? periodIn(skeleton);
  const low = first.value * first.scale;
  if (!second) {
    const [before = ""] = skeleton.replaceAll("¤", "").split("#0#");
    const [min, max] = [
      upToPattern.test(before) ? undefined : low,
      fromPattern.test(before) ? undefined : low,
    ];
    return payOf({ min, max, currency: money.currency, period });
  }
  // "24000/26000 €": an amount of that size is divided by nothing.
  const isRange = between.trim() === "/" && low >= 1_000;
  const gap = between.replace(/\/\s?\w{1,6}|\bper \w{1,6}|\.00\b/g, "");
  if (!isRange && !betweenAmounts.test(gap)) return null;
  // "60–80k" is 60k to 80k.
  const scale = first.scale === 1 && first.value < 1000 ? second.scale : first.scale;
  const [min, max] = [first.value * scale, second.value * second.scale];
  return payOf({ min, max, currency: money.currency, period });
}
