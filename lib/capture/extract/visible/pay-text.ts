import { findAmounts } from "../../../reports/pay/amounts.ts";
import { noCurrency } from "../../../reports/pay/currencies.ts";
import { findPeriod, perYear } from "../../../reports/pay/periods.ts";
import { readPay } from "../../../reports/pay/read.ts";
import type { CapturedPay, Found } from "../../posting.ts";
import { payIn, payOf } from "../values/pay.ts";
import { isEstimate } from "./estimated-pay.ts";

/** A pay with how sure it is. */
export type PayReading = { value: CapturedPay } & Pick<Found, "confidence" | "why" | "choices">;

const hasMoney =
  /[$€£¥₹₪₴₺₩]\s?\d|\d\s?[kK]?\s?[$€£¥₹₪₴₺₩]|\b(?:USD|EUR|GBP|CAD|AUD|NZD|CHF|PLN|SEK|NOK|DKK|INR|UAH|SGD|BRL|CZK|JPY|HKD|ZAR|ILS)\b|\d\s?[kK]?\s?(?:zł|Kč|元|円|kr\b|[Ee]uros?\b)/;
/** An amount with its currency beside it, as a short line says it: "SEK 45 000/mån", "42k EUR", "1 800 euros". */
const amountOfMoney =
  /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CAD|AUD|NZD|CHF|PLN|SEK|NOK|DKK|INR|SGD|BRL|CZK))\s?\d|\d\s?[kK]?\s?(?:[$€£¥₹]|zł|Kč|(?:USD|EUR|GBP|CAD|AUD|NZD|CHF|PLN|SEK|NOK|DKK|INR|SGD|BRL|CZK|kr|[Ee]uros?)\b)/;

/** Whether a short line says an amount of money. */
export const saysMoney = (text: string): boolean => amountOfMoney.test(text.slice(0, 160));

const otherMoney =
  /\b(?:budget|training|learning|education|stipend|allowance|bonus(?:es)?|revenue|raised|funding|funded|series [a-f]|valuation|customers|million|billion|sales|sign[- ]on|signing|referral|reimburse\w*|donat\w+|prize|arr|gmv|assets|match(?:ing)?|401\(?k\)?|deductible|worth|savings?|invest\w*|portfolio|fine|penalt\w+|processed|transactions|grants?|equipment|wellness|wellbeing|hardware|relocation)\b/i;

const payWords =
  /\b(?:salar(?:y|ies)|pay|pays|paying|paid|compensation|remuneration|wages?|base|ote|earn(?:ings)?|hourly|rate|per (?:hour|year|annum|month|day|week)|an hour|a (?:year|month|week|day)|annually|annual|p\.?a|gehalt|jahresgehalt|brutto|vergütung|lohn|salaire|rémunération|salario|sueldo|retribuzione|loon|lön|lønn|palkka|wynagrodzenie|зарплата)\b|\/\s?(?:h|hr|hour|yr|year|mo|month|day|annum)\b/i;

/** Pay that the reports' reader finds where a line says more than its amounts ("£40k + bonus"). */
function fromReports(text: string): CapturedPay | null {
  const pay = readPay(text);
  if (!pay || pay.currency === noCurrency) return null;
  const period = findPeriod(text) ? pay.period : null;
  const part = (value: number | null) =>
    value === null ? null : Math.round((value / perYear[pay.period]) * 100) / 100;
  return { min: part(pay.low), max: part(pay.high), currency: pay.currency, period };
}

/** Amounts that name no currency, where a label says that they are pay. */
function withoutCurrency(text: string): PayReading | null {
  const { skeleton, amounts } = findAmounts(text);
  const [first, second] = amounts;
  const isPay = /^\W{0,3}(?:from |up to |ab |bis )?#0#(?:\s?[-–—to]{1,3}\s?#1#)?/i.test(skeleton);
  if (!first || amounts.length > 2 || !isPay) return null;
  const scale = first.scale === 1 && first.value < 1000 && second ? second.scale : first.scale;
  const low = first.value * scale;
  const high = second ? second.value * second.scale : low;
  const period = findPeriod(text);
  if (high < 1000 && !period) return null;
  const value = payOf({ min: low, max: high, period });
  return (
    value && {
      value,
      confidence: "doubtful",
      why: `It says “${text.trim().slice(0, 40)}” and names no currency.`,
      choices: ["USD", "EUR", "GBP"],
    }
  );
}

const crowns = /\d\s?kr\b/i;
const crownCode = /\b(?:SEK|NOK|DKK|ISK)\b/;
/** "mån", "tim" and "år" with their sign: Swedish, where the other two write "md." and "time". */
const swedish = /(?<!\p{L})(?:mån(?:ad(?:en)?)?|tim(?:me(?:n)?)?|lön)(?!\p{L})/iu;

/** An amount of crowns, which three countries write alike. */
function inCrowns(line: string): PayReading | null {
  const currency = swedish.test(line) ? "SEK" : "NOK";
  const value = payIn(line.replace(/(?<=\d\s?)kr\b\.?/gi, currency));
  if (!value) return null;
  if (currency === "SEK") return { value, confidence: "likely" };
  const why = "Norway, Sweden and Denmark all write “kr”.";
  return { value, confidence: "doubtful", why, choices: ["NOK", "SEK", "DKK"] };
}

const sameDollar = /(?<![A-Z])\$/i;
const dollarCode = /\b(?:USD|CAD|AUD|NZD|SGD|HKD|MXN)\b|(?:US|C|CA|A|AU|NZ|S|HK|MX|R)\$/;

/** The pay that a labelled or short line says; null where it says none. */
export function readPayLine(text: string, labelled: boolean): PayReading | null {
  const line = text.slice(0, 300);
  if (!/\d/.test(line) || isEstimate(line)) return null;
  if (!hasMoney.test(line)) return labelled ? withoutCurrency(line) : null;
  if (crowns.test(line) && !crownCode.test(line)) return inCrowns(line);
  const value = payIn(line) ?? fromReports(line);
  if (!value || Math.max(value.min ?? 0, value.max ?? 0) > 1e8) return null;
  const bare = sameDollar.test(line) && !dollarCode.test(line);
  return { value, confidence: bare || !value.period ? "likely" : "sure" };
}

const maxSentence = 300;

/** The sentences of a line that name money, each cut to what stands around it. */
function moneySentences(line: string): string[] {
  return line
    .slice(0, 4_000)
    .split(/(?<=[.;!?])\s|\s[|•]\s/)
    .filter((part) => hasMoney.test(part) && /\d/.test(part))
    .slice(0, 10)
    .map((part) => {
      const at = Math.max(0, part.search(/\d/) - 150);
      return part.slice(at, at + maxSentence);
    });
}

/** The pay that running text says: an amount with a currency beside words of pay; with the line's number, from 0. */
export function payInLines(lines: readonly string[]): { pay: PayReading; at: number } | null {
  let found: { pay: PayReading; at: number } | null = null;
  for (const [at, line] of lines.entries()) {
    if (!hasMoney.test(line)) continue;
    const before = lines[at - 1] ?? "";
    for (const sentence of moneySentences(line)) {
      const pay = paySentence(sentence, before);
      if (!pay) continue;
      if (!found) found = { pay, at };
      else if (JSON.stringify(found.pay.value) !== JSON.stringify(pay.value))
        return {
          at: found.at,
          pay: {
            value: found.pay.value,
            confidence: "doubtful",
            why: "The text names more than one pay.",
          },
        };
    }
  }
  return found;
}

function paySentence(sentence: string, before: string): PayReading | null {
  const said = payWords.test(sentence) || (before.length < 120 && payWords.test(before));
  const amount = /\d[\d.,]{0,12}\s?[kK]?\s?[-–—]\s?[^\d]{0,4}\d/.test(sentence);
  if (otherMoney.test(sentence) && !(payWords.test(sentence) && amount)) return null;
  if (!said && !(amount && sentence.length < 80)) return null;
  const pay = readPayLine(sentence, false);
  if (!pay) return null;
  const most = Math.max(pay.value.min ?? 0, pay.value.max ?? 0);
  // Less than anybody earns in a month, and no period: a fee or a voucher.
  if (!pay.value.period && most < 1_000) return null;
  return { ...pay, confidence: "likely" };
}
