import { formatNumber } from "@/components/ui/format.ts";
import type { FunnelRow } from "@/lib/reports/insights/funnel.ts";
import { FlowLink, type FlowTarget } from "./flow-link.tsx";
import { endings, exitLabels, flowColors, partCount, stageLabels } from "./flow-model.ts";

const parts = ["on", ...endings] as const;
const rowHeight = 52;
const keyTop = 5 * rowHeight + 6;

type Props = { stages: FunnelRow[]; target: FlowTarget };

/** Each stage as a bar against the first one; every part of it leads to its postings. */
export function FunnelBars({ stages, target }: Props) {
  const most = Math.max(1, stages[0]?.count ?? 0);
  const share = (count: number) => `${(100 * count) / most}%`;
  return (
    <svg className="funnel-bars" width="100%" height={keyTop + 66} aria-label="Bars by stage">
      {stages.map((row, at) => {
        let before = 0;
        return (
          <g key={row.stage}>
            <text y={at * rowHeight + 14} className="flow__words">
              {stageLabels[row.stage]}
            </text>
            <text x="100%" y={at * rowHeight + 14} textAnchor="end" className="flow__count">
              {formatNumber(row.count)}
            </text>
            {parts.map((part) => {
              const count = partCount(stages, at, part);
              const x = share(before);
              before += count;
              if (count === 0) return null;
              return (
                <FlowLink
                  key={part}
                  target={target}
                  query={{ stage: row.stage, exit: part }}
                  count={count}
                >
                  <rect
                    x={x}
                    y={at * rowHeight + 20}
                    width={share(count)}
                    height={24}
                    fill={flowColors[part]}
                  />
                </FlowLink>
              );
            })}
          </g>
        );
      })}
      {parts.map((part, at) => {
        const x = `${50 * (at % 2)}%`;
        const y = keyTop + 22 * Math.floor(at / 2);
        return (
          <g key={part}>
            <rect x={x} y={y} width={10} height={10} rx={2} fill={flowColors[part]} />
            <text x={x} dx={16} y={y + 9} className="flow__count">
              {exitLabels[part]}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
