import type { PayReport } from "@/lib/reports/insights/pay.ts";
import { noCurrency } from "@/lib/reports/pay/currencies.ts";
import { formatNumber, pluralize } from "../../ui/format.ts";

const nothing = "You have applied to nothing since this day yet.";

/** The name of a currency as people know it; amounts without one have a name too. */
export const currencyWords = (currency: string) =>
  currency === noCurrency ? "No currency" : currency;

const names = new Intl.NumberFormat("en-US", { notation: "compact", maximumSignificantDigits: 3 });

/** "USD 95.5K", and the bare number where no currency was named. */
export const amountWords = (amount: number, currency: string) =>
  currency === noCurrency ? names.format(amount) : `${currency} ${names.format(amount)}`;

/** What half of the postings pay, in the commonest currency, and how many could be read. */
export function payFinding(found: PayReport): string {
  if (found.applications === 0) return nothing;
  const [most] = found.currencies;
  if (!most) {
    return `None of ${pluralize(found.applications, "application")} says a pay that can be read.`;
  }
  const { all, currency } = most;
  const said = `${formatNumber(found.read)} of ${pluralize(found.applications, "application")} say a pay that can be read.`;
  if (all.too_few) return said;
  return `The middle pay is ${amountWords(all.median, currency)} a year; half of ${formatNumber(all.postings)} postings lie between ${amountWords(all.low, currency)} and ${amountWords(all.high, currency)}. ${said}`;
}
