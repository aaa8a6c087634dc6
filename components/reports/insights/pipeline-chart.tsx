import { formatDate, formatNumber } from "@/components/ui/format.ts";
import type { PipelineSeries } from "@/lib/reports/insights/pipeline.ts";
import { pipelineKinds } from "@/lib/reports/insights/values.ts";

// Paler than the mark of the same status: a large area of the full hue looks muddy.
const areaFill = (kind: string) => `color-mix(in oklab, var(--${kind}) 62%, var(--surface))`;

const height = 240;
const most = 160;

/** Points few enough to draw, the last one always among them. */
export function thinned<Point>(points: readonly Point[]): Point[] {
  const step = Math.max(1, Math.ceil(points.length / most));
  return points.filter((_, at) => (points.length - 1 - at) % step === 0);
}

/** The counts by kind over the hunt, one area on the other. It is as wide as its place, without a script. */
export function PipelineChart({ points }: Pick<PipelineSeries, "points">) {
  const shown = thinned(points);
  // One day alone is drawn as wide as the picture.
  const drawn = shown.length === 1 ? [...shown, ...shown] : shown;
  const totals = drawn.map(({ counts }) => pipelineKinds.reduce((sum, k) => sum + counts[k], 0));
  const top = Math.max(1, ...totals);
  const last = Math.max(1, drawn.length - 1);
  const floor = drawn.map(() => 0);
  const areas = pipelineKinds.map((kind) => {
    const low = [...floor];
    drawn.forEach(({ counts }, at) => {
      floor[at] = (floor[at] ?? 0) + counts[kind];
    });
    const line = (values: number[]) =>
      values.map((value, at) => `${at} ${Math.round((1 - value / top) * 1000) / 10}`);
    return `M${line(floor).join("L")}L${line(low).toReversed().join("L")}Z`;
  });
  return (
    <svg className="pipeline-chart" width="100%" height={height + 24} aria-hidden>
      <svg
        y={8}
        width="100%"
        height={height - 8}
        viewBox={`0 0 ${last} 100`}
        preserveAspectRatio="none"
        aria-hidden
      >
        {pipelineKinds.map((kind, at) => (
          <path key={kind} d={areas[at]} fill={areaFill(kind)} />
        ))}
      </svg>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line x1="0" x2="100%" y1={8 + share * (height - 8)} y2={8 + share * (height - 8)} />
          {share < 1 && top * (1 - share) >= 1 && (
            <text x={2} y={20 + share * (height - 8)} className="pipeline-chart__tick">
              {formatNumber(Math.round(top * (1 - share)))}
            </text>
          )}
        </g>
      ))}
      <text x={0} y={height + 17}>
        {formatDate(drawn[0]?.day ?? "")}
      </text>
      {shown.length > 1 && (
        <text x="100%" y={height + 17} textAnchor="end">
          {formatDate(drawn.at(-1)?.day ?? "")}
        </text>
      )}
    </svg>
  );
}
