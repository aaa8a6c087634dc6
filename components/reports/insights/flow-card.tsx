import { ChartFigure } from "@/components/charts/chart-figure.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import type { Funnel } from "@/lib/reports/insights/funnel.ts";
import { formatNumber } from "../../ui/format.ts";
import { FlowLink, type FlowTarget } from "./flow-link.tsx";
import type { FlowDrawing } from "./flow-mark.ts";
import { flowColors, flowOf, flowRows } from "./flow-model.ts";
import { narrowFlow } from "./flow-narrow.ts";
import { wideFlow } from "./flow-wide.ts";

type Props = Pick<FlowTarget, "path" | "chosen"> & {
  funnel: Funnel;
  finding: string;
  /** the person's name, for a picture that is to carry it */
  owner: string;
};

/** From saved to accepted, with every way out where it was taken (a Sankey diagram). */
export function FlowCard({ funnel, finding, path, chosen, owner }: Props) {
  const flow = flowOf(funnel);
  const target = { path, since: funnel.since, chosen };
  return (
    <Card labelledBy="flow">
      <CardHeader
        id="flow"
        title="Where postings went"
        note={<span className="no-print">Choose a band to see its postings</span>}
      />
      <ChartFigure
        linked
        finding={finding}
        name="where-postings-went"
        owner={owner}
        columns={["From", "To", "Postings"]}
        rows={flowRows(flow)}
      >
        <div className="flow">
          <Picture drawing={wideFlow(flow)} target={target} className="flow__wide" />
          <Picture drawing={narrowFlow(flow)} target={target} className="flow__narrow" />
        </div>
      </ChartFigure>
    </Card>
  );
}

type PictureProps = { drawing: FlowDrawing; target: FlowTarget; className: string };

function Picture({ drawing: { width, height, marks }, target, className }: PictureProps) {
  return (
    <svg
      className={className}
      viewBox={`0 0 ${width} ${height}`}
      aria-label="From saved to accepted"
    >
      {marks.map(({ query, count, ribbons, bar, words }) => {
        const color = flowColors[query.exit ?? "on"];
        return (
          <FlowLink
            key={`${query.stage} ${query.exit}`}
            target={target}
            query={query}
            count={count}
          >
            {ribbons.map((ribbon) => (
              <path key={ribbon} className="flow__ribbon" d={ribbon} fill={color} />
            ))}
            {bar && <rect {...bar} rx={1.5} fill={color} />}
            {words && (
              <text x={words.x} y={words.y} dominantBaseline="central" className="flow__words">
                {words.text}
                <tspan
                  className="flow__count"
                  {...(words.stacked ? { x: words.x, dy: 15 } : { dx: 6 })}
                >
                  {formatNumber(count)}
                </tspan>
              </text>
            )}
          </FlowLink>
        );
      })}
    </svg>
  );
}
