import type { PeriodComparison } from "@/lib/reports/insights/compare.ts";
import { comparedRates } from "@/lib/reports/insights/values.ts";
import { formatPercent } from "../../ui/format.ts";
import { figureLabels } from "./compare-words.tsx";

const row = 66;
const colors = ["var(--series-2)", "var(--series-1)"] as const;
/** The bars leave room at their right for the numbers. */
const full = 84;
const part = (share: number) => `${Math.round(share * full * 100) / 100}%`;

type Props = Pick<PeriodComparison, "periods"> & { labels: [string, string] };

/** The four rates of both periods, each with where it may really lie (95 %). */
export function CompareBars({ periods, labels }: Props) {
  return (
    <svg className="compare-bars" width="100%" height={comparedRates.length * row + 50} aria-hidden>
      {comparedRates.map((name, at) => (
        <g key={name}>
          <text y={at * row + 14} className="flow__words">
            {figureLabels[name]}
          </text>
          {periods.map(({ from, rates, applications }, which) => {
            const { share, low, high } = rates[name];
            const y = at * row + 20 + which * 17;
            return (
              <g key={`${from} ${which === 0 ? "before" : "after"}`}>
                <rect width={part(1)} y={y} height={14} fill="var(--sunken)" />
                <rect width={part(share ?? 0)} y={y} height={14} fill={colors[which]} />
                {applications > 0 && <line x1={part(low)} x2={part(high)} y1={y + 7} y2={y + 7} />}
                <text x="100%" y={y + 11} textAnchor="end" className="flow__count">
                  {formatPercent(share)}
                </text>
              </g>
            );
          })}
        </g>
      ))}
      {labels.map((label, which) => {
        const y = comparedRates.length * row + 8 + which * 20;
        return (
          <g key={label}>
            <rect y={y} width={10} height={10} rx={2} fill={colors[which]} />
            <text x={16} y={y + 9} className="flow__count">
              {label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
