import { ChartFigure } from "@/components/charts/chart-figure.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import type { FunnelRow } from "@/lib/reports/insights/funnel.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { endings, type FlowQuery } from "./flow-model.ts";
import { FunnelBars, partCount } from "./funnel-bars.tsx";
import { exitLabels, stageLabels } from "./funnel-words.ts";

type Props = {
  since: string;
  stages: FunnelRow[];
  finding: string;
  path: string;
  chosen: Partial<FlowQuery>;
};

/** Each stage with what went on from it, what ended there and how; every number leads to its postings. */
export function FunnelCard({ since, stages, finding, path, chosen }: Props) {
  return (
    <Card labelledBy="chart">
      <CardHeader id="chart" title="Where applications are, and where they ended" />
      <ChartFigure
        linked
        finding={finding}
        name="funnel"
        columns={["Stage", "Came here", "Went on", ...endings.map((end) => exitLabels[end])]}
        rows={stages.map((row, at) => [
          stageLabels[row.stage],
          row.count,
          partCount(stages, at, "on"),
          ...endings.map((end) => partCount(stages, at, end)),
        ])}
      >
        <FunnelBars stages={stages} path={path} since={since} chosen={chosen} />
      </ChartFigure>
      <section className="funnel-scroll" aria-label="Postings behind the numbers">
        <table className="funnel-table">
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col">Came here</th>
              {endings.map((end) => (
                <th key={end} scope="col">
                  {exitLabels[end]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stages.map((row, at) => (
              <tr key={row.stage}>
                <th scope="row">{stageLabels[row.stage]}</th>
                <td>
                  <Count n={row.count} href={pathWithQuery(path, { since, stage: row.stage })} />
                </td>
                {endings.map((end) => (
                  <td key={end}>
                    <Count
                      n={partCount(stages, at, end)}
                      href={pathWithQuery(path, { since, stage: row.stage, exit: end })}
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
  return <Link href={`${href}#behind`}>{n}</Link>;
}
