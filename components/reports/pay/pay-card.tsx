import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import type { CurrencyPay, PayRow } from "@/lib/reports/insights/pay.ts";
import { noCurrency } from "@/lib/reports/pay/currencies.ts";
import { formatNumber, pluralize } from "../../ui/format.ts";
import { amountWords, currencyWords } from "./pay-words.ts";

type Props = { found: CurrencyPay; label: string };

/** One currency: for each part the middle half as a band and the middle as a mark, and the same in numbers. */
export function PayCard({ found: { currency, all, rows }, label }: Props) {
  const shown = [all, ...rows];
  const start = Math.min(...shown.map(({ low }) => low));
  const end = Math.max(...shown.map(({ high }) => high));
  const place = (amount: number) => (end > start ? ((amount - start) / (end - start)) * 100 : 50);
  const id = `pay-${currency}`;
  return (
    <Card labelledBy={id}>
      <CardHeader
        id={id}
        title={currencyWords(currency)}
        note={`${pluralize(all.postings, "posting")}, per year`}
      />
      <CardBody>
        <table className="pay-table">
          <caption className="sr-only">
            Advertised pay in {currencyWords(currency)} a year by {label.toLowerCase()}
          </caption>
          <thead>
            <tr>
              <th scope="col">{label}</th>
              <th scope="col">Postings</th>
              <th aria-hidden />
              <th scope="col">Middle half</th>
              <th scope="col">Middle</th>
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
        <div>
          {!too_few && (
            <i style={{ left: `${place(low)}%`, width: `${place(high) - place(low)}%` }} />
          )}
          <b style={{ left: `${place(median)}%` }} />
        </div>
      </td>
      <td>
        {too_few
          ? "Too few to tell"
          : `${amountWords(low, noCurrency)} to ${amountWords(high, noCurrency)}`}
      </td>
      <td>{amountWords(median, currency)}</td>
    </tr>
  );
}
