import { formatNumber } from "@/components/ui/format.ts";
import type { FunnelRow } from "@/lib/reports/insights/funnel.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { Link } from "../../ui/link.tsx";
import { endings, type FlowQuery, flowColors, flowName } from "./flow-model.ts";
import { exitLabels, stageLabels } from "./funnel-words.ts";

const parts = ["on", ...endings] as const;
const rowHeight = 52;
const keyTop = 5 * rowHeight + 6;

/** How many of a stage's applications went on, or ended there so. */
export function partCount(stages: FunnelRow[], at: number, part: (typeof parts)[number]): number {
  const row = stages[at];
  if (!row) return 0;
  if (part === "on") return stages[at + 1]?.count ?? 0;
  return part === "open" ? row.open : row.exits[part];
}

type Props = { stages: FunnelRow[]; path: string; since: string; chosen: Partial<FlowQuery> };

/** Each stage as a bar against the first one; every part of it leads to its postings. */
export function FunnelBars({ stages, path, since, chosen }: Props) {
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
              const query: FlowQuery = { stage: row.stage, exit: part };
              const name = flowName(query, count);
              return (
                <Link
                  key={part}
                  href={`${pathWithQuery(path, { since, ...query })}#behind`}
                  aria-label={name}
                  aria-current={
                    row.stage === chosen.stage && part === chosen.exit ? "true" : undefined
                  }
                >
                  <title>{name}</title>
                  <rect
                    x={x}
                    y={at * rowHeight + 20}
                    width={share(count)}
                    height={24}
                    fill={flowColors[part]}
                  />
                </Link>
              );
            })}
          </g>
        );
      })}
      {parts.map((part, at) => (
        <g key={part}>
          <rect
            x={`${50 * (at % 2)}%`}
            y={keyTop + 22 * Math.floor(at / 2)}
            width={10}
            height={10}
            rx={2}
            fill={flowColors[part]}
          />
          <text
            x={`${50 * (at % 2)}%`}
            dx={16}
            y={keyTop + 9 + 22 * Math.floor(at / 2)}
            className="flow__count"
          >
            {exitLabels[part]}
          </text>
        </g>
      ))}
    </svg>
  );
}
