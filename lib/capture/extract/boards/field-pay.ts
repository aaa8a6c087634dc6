import type { CapturedPay } from "../../posting.ts";
import { payAmount, payIn, payOf, payPeriod } from "../values/pay.ts";
import { words } from "../values/words.ts";
import { flatPayParts, payFlags, payParts } from "./pay-keys.ts";
import { folded, isNode, scalar, type TreeNode, valuesAt } from "./tree.ts";

type PartKeys = { [Part in keyof typeof payParts]: readonly string[] };

const first = (node: TreeNode, keys: readonly string[]) => {
  for (const key of keys) {
    const value = scalar(folded(node).get(key));
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
};

const ofCents = (value: string | number | undefined) =>
  value === undefined ? undefined : Number(value) / 100;

function ofParts(node: TreeNode, keys: PartKeys): CapturedPay | null {
  const amount = first(node, keys.amount);
  const period = first(node, keys.period);
  return payOf({
    min: first(node, keys.min) ?? ofCents(first(node, keys.minCents)) ?? amount,
    max: first(node, keys.max) ?? ofCents(first(node, keys.maxCents)) ?? amount,
    currency: first(node, keys.currency),
    // "1 YEAR"
    period: typeof period === "string" ? period.replace(/^1 /, "") : undefined,
  });
}

/** "20K-35K", "300/day": amounts without a currency, in a field that is the pay's. */
function bareAmounts(value: unknown): CapturedPay | null {
  const text = words(value);
  const bare =
    /^([\d.,]{1,15} ?[kK]?) ?(?:[-–—~] ?([\d.,]{1,15} ?[kK]?))? ?((?:\/|per )[\p{L} ]{1,20})?$/u.exec(
      text ?? "",
    );
  if (!bare) return null;
  const [, low = "", high, period] = bare;
  const [min, max] = [payAmount(low), payAmount(high ?? low)];
  return min === null || max === null
    ? null
    : { min, max, currency: null, period: period ? payPeriod(period) : null };
}

/** The range in a longer text: "Main pay range 1 to 6, £25,714 to £41,604 per year". */
const range =
  /[£$€] ?[\d.,]{3,15}k?(?: ?(?:[-–—]|to) ?[£$€]? ?[\d.,]{2,15}k?)(?: ?(?:per|an?|\/|p\.) ?[a-z]{1,10}\.?)?/i;

function rangeIn(value: unknown): CapturedPay | null {
  const text = words(value);
  const found = text && range.exec(text.slice(0, 500))?.[0];
  return found ? payIn(found) : null;
}

/** Equity and bonuses are no pay of a period. */
const isOtherPay = (node: TreeNode): boolean => {
  const kind = folded(node).get("compensationtype");
  return typeof kind === "string" && !/salary|hour|wage|base/i.test(kind);
};

function payAt(value: unknown): CapturedPay | null {
  if (isNode(value)) {
    if (isOtherPay(value)) return null;
    const text = scalar(value);
    return ofParts(value, payParts) ?? (typeof text === "string" ? payIn(text) : null);
  }
  return payIn(value) ?? bareAmounts(value) ?? rangeIn(value);
}

/** Boards that work a pay out themselves say so beside it. */
const isEstimated = (node: TreeNode): boolean =>
  ["salarysource", "paysource"].some((key) => /^estimat/i.test(String(folded(node).get(key))));

/** What a posting pays; null where its data does not say, or says that it is an estimate or not to be shown. */
export function readPay(node: TreeNode, paths: readonly string[]): CapturedPay | null {
  if (payFlags.some((flag) => folded(node).get(flag) === false) || isEstimated(node)) return null;
  const flatPay = ofParts(node, flatPayParts);
  if (flatPay) return flatPay;
  for (const path of paths)
    for (const value of valuesAt(node, path)) {
      const pay = payAt(value);
      if (pay) return pay;
    }
  return null;
}
