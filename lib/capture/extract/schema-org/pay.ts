import type { CapturedPay } from "../../posting.ts";
import { payIn, payOf, payPeriod } from "../values/pay.ts";
import { listOf, type Node } from "./nodes.ts";
import type { Resolve } from "./resolve.ts";

/** The pay of a posting: `baseSalary` as a number, a text, a `MonetaryAmount` or a `PriceSpecification`. */
export function payOfPosting(posting: Node, resolve: Resolve): CapturedPay | null {
  const currency = posting.get("salarycurrency");
  for (const salary of listOf(posting.get("basesalary"))) {
    const found = payOfSalary(salary, currency, resolve);
    if (found) return found;
  }
  return null;
}

/** What a page estimates that a posting pays, where it does not say what it does. */
export function estimatedPayOf(posting: Node, resolve: Resolve): CapturedPay | null {
  const [estimate] = listOf(posting.get("estimatedsalary"));
  const node = resolve(estimate);
  if (!node) return null;
  return (
    payOfSalary(estimate, undefined, resolve) ??
    payOf({
      min: node.get("percentile10") ?? node.get("percentile25") ?? node.get("median"),
      max: node.get("percentile90") ?? node.get("percentile75") ?? node.get("median"),
      currency: node.get("currency"),
      period: periodOf(node),
    })
  );
}

const periodOf = (node: Node | null): unknown =>
  node?.get("unittext") ?? node?.get("unitcode") ?? node?.get("duration");

function payOfSalary(salary: unknown, outer: unknown, resolve: Resolve): CapturedPay | null {
  const node = resolve(salary);
  if (!node) return payIn(salary) ?? payOf({ min: salary, max: salary, currency: outer });
  const currency = node.get("currency") ?? node.get("pricecurrency") ?? outer;
  for (const value of [...listOf(node.get("value")), node]) {
    const amount = resolve(value);
    if (!amount) {
      const both = payOf({ min: value, max: value, currency, period: periodOf(node) });
      if (both) return both;
      const said = payIn(value);
      if (said) return { ...said, period: said.period ?? payPeriod(periodOf(node)) };
      continue;
    }
    const found = payOf({
      ...ends(amount),
      currency: amount.get("currency") ?? currency,
      period: periodOf(amount) ?? periodOf(node),
    });
    if (found) return found;
  }
  return null;
}

/** The ends of an amount; `value` stands for an end that is missing, unless it is an object. */
function ends(amount: Node): { min: unknown; max: unknown } {
  const one = amount.get("value") ?? amount.get("price");
  const said = typeof one === "object" ? undefined : one;
  const [min, max] = [
    amount.get("minvalue") ?? amount.get("minprice"),
    amount.get("maxvalue") ?? amount.get("maxprice"),
  ];
  const isNone = (end: unknown) =>
    end === undefined || end === null || end === "" || Number(end) === 0;
  return isNone(min) && isNone(max) ? { min: said, max: said } : { min, max };
}
