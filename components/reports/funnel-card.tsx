import Link from "next/link";
import { BarsChart } from "@/components/charts/bars-chart.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { address } from "@/lib/address.ts";
import type { FunnelRow } from "@/lib/insights/reports/funnel.ts";
import { funnelExits } from "@/lib/insights/values.ts";
import { exitLabels, stageLabels } from "./funnel-words.ts";

const ends = [...funnelExits, "open"] as const;
const colors: Record<(typeof ends)[number] | "on", string> = {
  on: "var(--series-1)",
  open: "var(--series-5)",
  rejected: "var(--series-4)",
  declined: "var(--series-2)",
  silence: "var(--bar-all)",
  withdrawn: "var(--series-6)",
};

type Props = { since: string; stages: FunnelRow[]; finding: string; path: string };

const endCount = (row: FunnelRow, end: (typeof ends)[number]) =>
  end === "open" ? row.open : row.exits[end];

/** Each stage with what went on from it, what ended there and how; every number leads to its postings. */
export function FunnelCard({ since, stages, finding, path }: Props) {
  const on = (at: number) => stages[at + 1]?.count ?? 0;
  return (
    <Card labelledBy="chart">
      <CardHeader id="chart" title="Where applications are, and where they ended" />
      <BarsChart
        lying
        finding={finding}
        name="funnel"
        columns={["Stage", "Came here", "Went on", ...ends.map((end) => exitLabels[end])]}
        cells={stages.map((row, at) => [
          stageLabels[row.stage],
          row.count,
          on(at),
          ...ends.map((end) => endCount(row, end)),
        ])}
        rows={stages.map((row, at) => ({
          label: stageLabels[row.stage],
          values: {
            on: on(at),
            ...Object.fromEntries(ends.map((end) => [end, endCount(row, end)])),
          },
        }))}
        parts={[
          { key: "on", label: "Went on", color: colors.on },
          ...ends.map((end) => ({ key: end, label: exitLabels[end], color: colors[end] })),
        ]}
      />
      <section className="funnel-scroll" aria-label="Postings behind the numbers">
        <table className="funnel-table">
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">Came here</th>
              {ends.map((end) => (
                <th key={end} scope="col">
                  {exitLabels[end]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.map((row) => (
              <tr key={row.stage}>
                <th scope="row">{stageLabels[row.stage]}</th>
                <td>
                  <Count n={row.count} href={address(path, { since, stage: row.stage })} />
                </td>
                {ends.map((end) => (
                  <td key={end}>
                    <Count
                      n={endCount(row, end)}
                      href={address(path, { since, stage: row.stage, exit: end })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

function Count({ n, href }: { n: number; href: string }) {
  if (n === 0) return "0";
  return (
    <Link href={href} scroll={false} prefetch={false}>
      {n}
    </Link>
  );
}
