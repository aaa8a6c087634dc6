import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import type { CurrencyPay, PayReport, PayRow } from "@/lib/reports/insights/pay.ts";
import { noCurrency } from "@/lib/reports/pay/currencies.ts";
import { formatNumber, pluralize } from "../../ui/format.ts";
import { nothingApplied } from "../insights/findings.ts";

/** "$95,500", or "$95.5k" where it is short; the bare number where no currency was named. */
function amountWords(amount: number, currency: string, short = false): string {
  const words = new Intl.NumberFormat("en-US", {
    ...(currency === noCurrency ? {} : { style: "currency", currency }),
    ...(short ? { notation: "compact" } : {}),
    maximumSignificantDigits: 3,
  });
  return words.format(amount).replace(/K$/, "k");
}

/** What half of the postings pay, in the commonest currency, and how many could be read. */
export function payFinding(found: PayReport): string {
  if (found.applications === 0) return nothingApplied;
  const [most] = found.currencies;
  if (!most) {
    return `None of ${pluralize(found.applications, "application")} has a pay that can be read.`;
  }
  const { all, currency } = most;
  const said = `${formatNumber(found.read)} of ${pluralize(found.applications, "application")} have a pay that can be read.`;
  if (all.too_few) return said;
  return `Median ${amountWords(all.median, currency)} a year; half between ${amountWords(all.low, currency, true)} and ${amountWords(all.high, currency, true)}. ${said}`;
}

type Props = { found: CurrencyPay; label: string };

/** One currency: for each group the middle half as a band and the median as a mark, and the same in numbers. */
export function PayCard({ found: { currency, all, rows }, label }: Props) {
  const name = currency === noCurrency ? "No currency" : currency;
  const shown = [all, ...rows];
  const start = Math.min(...shown.map(({ low }) => low));
  const end = Math.max(...shown.map(({ high }) => high));
  const place = (amount: number) => (end > start ? ((amount - start) / (end - start)) * 100 : 50);
  const id = `pay-${currency}`;
  return (
    <Card labelledBy={id}>
      <CardHeader id={id} title={name} note={`${pluralize(all.postings, "posting")}, per year`} />
      <CardBody>
        <table className="pay-table">
          <caption className="sr-only">
            Advertised pay in {name} a year by {label.toLowerCase()}
          </caption>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              <th scope="col">Postings</th>
              <th aria-hidden className="pay-scale">
                <span>{amountWords(start, currency, true)}</span>
                <span>{amountWords(end, currency, true)}</span>
              </th>
              <th scope="col">Half of them</th>
              <th scope="col">Median</th>
            </tr>
          </thead>
          <tbody>
            <Row {...{ row: all, currency, place }} />
            {rows.map((row) => (
              <Row key={row.label} {...{ row, currency, place }} />
            ))}
          </tbody>
        </table>
      </CardBody>
    </Card>
  );
}

type RowProps = { row: PayRow; currency: string; place: (amount: number) => number };

function Row({ row, currency, place }: RowProps) {
  const { label, postings, too_few, low, median, high } = row;
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{formatNumber(postings)}</td>
      <td aria-hidden className="pay-band">
        {!too_few && (
          <div>
            <i style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }} />
            <b style={{ left: `${place(median)}%` }} />
          </div>
        )}
      </td>
      <td>{too_few ? "Too few to tell" : spanWords(low, high, currency)}</td>
      <td>{amountWords(median, currency)}</td>
    </tr>
  );
}

/** "€88k to €108k", or one amount where both are the same. */
function spanWords(low: number, high: number, currency: string): string {
  const [from, to] = [amountWords(low, currency, true), amountWords(high, currency, true)];
  return from === to ? from : `${from} to ${to}`;
}

/** What could not be read, each with a posting that says it. */
export function UnreadPay({ found }: { found: PayReport }) {
  if (found.unread === 0) return null;
  return (
    <section className="report-table" aria-label="Could not be read">
      <h2>Could not be read</h2>
      <p className="report-notes">
        {pluralize(found.unread, "posting")} whose pay is not clear. Give an amount, a currency and
        a period on the posting, and it counts.
        {found.texts.length < found.unread &&
          " The most common texts are listed, with one posting each."}
      </p>
      <ul className="unread-pay">
        {found.texts.map(({ pay_range, postings, job_posting_id }) => (
          <li key={pay_range}>
            <Link className="link" href={`/postings/${job_posting_id}`}>
              {pay_range.trim() || "Only spaces"}
            </Link>{" "}
            {postings > 1 && `in ${pluralize(postings, "posting")}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
