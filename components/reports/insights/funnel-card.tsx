import { ChartFigure } from "@/components/charts/chart-figure.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import type { FunnelRow } from "@/lib/reports/insights/funnel.ts";
import { behindHref, type FlowTarget } from "./flow-link.tsx";
import { endings, exitLabels, partCount, stageLabels } from "./flow-model.ts";
import { FunnelBars } from "./funnel-bars.tsx";

type Props = FlowTarget & { stages: FunnelRow[]; finding: string };

const ends = endings.map((end) => exitLabels[end]);

/** Each stage with what went on from it, what ended there and how; every number leads to its postings. */
export function FunnelCard({ stages, finding, ...target }: Props) {
  return (
    <Card labelledBy="chart">
      <CardHeader id="chart" title="Where applications are, and where they ended" />
      <ChartFigure
        linked
        finding={finding}
        name="funnel"
        columns={["Stage", "Reached", "Went on", ...ends]}
        rows={stages.map((row, at) => [
          stageLabels[row.stage],
          row.count,
          partCount(stages, at, "on"),
          ...endings.map((end) => partCount(stages, at, end)),
        ])}
      >
        <FunnelBars stages={stages} target={target} />
      </ChartFigure>
      <section className="funnel-scroll" aria-label="Postings behind the numbers">
        <table className="funnel-table">
          <thead>
            <tr>
              {["Stage", "Reached", ...ends].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.map((row, at) => (
              <tr key={row.stage}>
                <th scope="row">{stageLabels[row.stage]}</th>
                <td>
                  <Count n={row.count} href={behindHref(target, { stage: row.stage })} />
                </td>
                {endings.map((end) => (
                  <td key={end}>
                    <Count
                      n={partCount(stages, at, end)}
                      href={behindHref(target, { stage: row.stage, exit: end })}
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
  return <Link href={href}>{formatNumber(n)}</Link>;
}
