import { BarsChart } from "@/components/charts/bars-chart.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { type Column, DataTable } from "@/components/ui/table.tsx";
import type { Rate, RateRow } from "@/lib/reports/insights/rates.ts";
import { formatNumber, formatPercent } from "../../ui/format.ts";
import { pWords } from "./findings.ts";

const drawn = 12;

const rateNames = [
  ["answered", "Answers"],
  ["interview", "Interviews"],
  ["offer", "Offers"],
] as const;

type Props = { rows: RateRow[]; finding: string; name: string };

/** Answer rates with their intervals, of the parts that have enough applications. */
export function RatesCard({ rows, finding, name }: Props) {
  const enough = rows.filter(({ too_few }) => !too_few).slice(0, drawn);
  return (
    <Card labelledBy="chart">
      <CardHeader
        id="chart"
        title="Share of applications that got an answer"
        note="lines show the 95% range"
      />
      {enough.length === 0 ? (
        <p className="report-notes card__body">
          Too few to tell: no group has five applications yet.
        </p>
      ) : (
        <BarsChart
          share
          lying
          finding={finding}
          name={name}
          columns={["Part", "Applied", "Answered", "Interviews", "Offers"]}
          cells={rows.map((row) => [
            row.label,
            row.applications,
            ...rateNames.map(([key]) => row[key].successes),
          ])}
          rows={enough.map(({ label, answered }) => ({
            label,
            values: { share: answered.share ?? 0 },
            bounds: [answered.low, answered.high],
          }))}
          parts={[{ key: "share", label: "Answered", color: "var(--accent)" }]}
        />
      )}
    </Card>
  );
}

/** Every part with its three rates, and whether they differ from the others by more than noise. */
export function RatesTable({ rows, label }: { rows: RateRow[]; label: string }) {
  if (rows.length === 0) return null;
  return (
    <section className="report-table" aria-label="Rates">
      <DataTable
        label={`Rates by ${label.toLowerCase()}`}
        rows={rows}
        rowKey={(row) => row.label}
        columns={[
          { key: "label", label, cell: (row) => row.label, phone: "title" },
          {
            key: "applications",
            label: "Applied",
            cell: (row) => formatNumber(row.applications),
            align: "end",
            phone: "mark",
          },
          ...rateNames.map(
            ([key, label]): Column<RateRow> => ({
              key,
              label,
              phone: "fact",
              cell: (row) => rateWords(row, row[key]),
              align: "end",
            }),
          ),
          {
            key: "sure",
            label: "Compared with the rest",
            whole: true,
            cell: (row) => sureWords(row),
          },
        ]}
      />
    </section>
  );
}

const rateWords = ({ too_few }: RateRow, { successes, share, low, high }: Rate) =>
  too_few
    ? formatNumber(successes)
    : `${formatNumber(successes)} · ${formatPercent(share)} (${bare(low)}–${bare(high)})`;

const bare = (share: number) => Math.round(share * 100);

function sureWords({ too_few, answered }: RateRow): string {
  if (too_few) return "Too few to tell";
  if (answered.p === null) return "Nothing to compare";
  if (answered.p >= 0.05) return "Could be chance";
  return `Differs (${pWords(answered.p)})`;
}
