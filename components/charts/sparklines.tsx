import type { ReactNode } from "react";

const [width, height] = [120, 48];

type Part = { value: number; color: string };

/** A small picture for the eye alone, drawn by the server; the words beside it say the same. */
function Sparkline({ children }: { children: ReactNode }) {
  return (
    <svg className="sparkline" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {children}
    </svg>
  );
}

const round = (value: number) => Math.round(value * 10) / 10;
const sumOf = (parts: readonly Part[]) => parts.reduce((sum, { value }) => sum + value, 0);

type ColumnsProps = { columns: Part[][]; tight?: boolean; line?: number | null };

/** Standing bars, each of parts on one another; a dashed line across them where there is a goal. */
export function ColumnsSparkline({ columns, tight, line }: ColumnsProps) {
  const most = Math.max(1, line ?? 0, ...columns.map(sumOf));
  const slot = width / Math.max(columns.length, 5);
  const bar = tight ? slot + 0.2 : Math.min(slot * 0.76, 20);
  const y = (value: number) => round(height - (value / most) * (height - 2));
  return (
    <Sparkline>
      {columns.map((parts, at) => {
        let below = 0;
        const x = round(width - (columns.length - at) * slot + (slot - bar) / 2);
        return parts.map(({ value, color }) => {
          const from = y(below);
          below += value;
          const top = y(below);
          if (value <= 0) return null;
          // The place is what a column is known by.
          return (
            <rect
              key={`${x} ${color}`}
              x={x}
              y={top}
              width={round(bar)}
              height={round(from - top)}
              rx={tight ? 0 : 1}
              shapeRendering={tight ? "crispEdges" : undefined}
              fill={color}
            />
          );
        });
      })}
      {line ? (
        <line
          x2={width}
          y1={y(line)}
          y2={y(line)}
          stroke="var(--ink-2)"
          strokeDasharray="4 3"
          strokeWidth={1.5}
        />
      ) : null}
    </Sparkline>
  );
}

/** Lying bars below one another, each of parts in a row. */
export function LanesSparkline({ lanes }: { lanes: Part[][] }) {
  const most = Math.max(1, ...lanes.map(sumOf));
  const slot = height / Math.max(lanes.length, 3);
  return (
    <Sparkline>
      {lanes.map((parts, at) => {
        let left = 0;
        const y = round(at * slot + slot * 0.14);
        return parts.map(({ value, color }) => {
          const x = (left / most) * width;
          left += value;
          if (value <= 0) return null;
          return (
            <rect
              key={`${y} ${color}`}
              x={round(x)}
              y={y}
              width={round((value / most) * width)}
              height={round(slot * 0.72)}
              rx={1}
              fill={color}
            />
          );
        });
      })}
    </Sparkline>
  );
}

/** A line that falls in steps over days, with the area under it. */
export function StepsSparkline({ points }: { points: { day: number; share: number }[] }) {
  const last = Math.max(1, points.at(-1)?.day ?? 1);
  const x = (day: number) => round((day / last) * width);
  const y = (share: number) => round(2 + (1 - share) * (height - 4));
  const steps = points.map(({ day, share }) => `H${x(day)}V${y(share)}`).join("");
  const line = `M0 ${y(1)}${steps}H${width}`;
  return (
    <Sparkline>
      <path d={`${line}V${height}H0Z`} fill="var(--accent-soft)" />
      <path d={line} fill="none" stroke="var(--accent)" strokeWidth={2} />
    </Sparkline>
  );
}

type Spread = { low: number; value: number; high: number };

/** Values with where they lie: a dot on its line, or with `bands` a mark on a broad one. */
export function SpreadsSparkline({ rows, bands }: { rows: Spread[]; bands?: boolean }) {
  const [least, most] = [
    Math.min(...rows.map(({ low }) => low)),
    Math.max(...rows.map(({ high }) => high)),
  ];
  const slot = height / Math.max(rows.length, 3);
  const x = (value: number) => round(4 + ((value - least) / (most - least || 1)) * (width - 8));
  return (
    <Sparkline>
      {rows.map(({ low, value, high }, at) => {
        const y = round((at + 0.5) * slot);
        return (
          <g key={y}>
            <line
              x1={x(low)}
              x2={x(high)}
              y1={y}
              y2={y}
              stroke={bands ? "var(--bar-all)" : "var(--ink-3)"}
              strokeWidth={bands ? slot * 0.6 : 1.5}
            />
            {bands ? (
              <rect
                x={x(value) - 1.5}
                y={y - slot * 0.36}
                width={3}
                height={slot * 0.72}
                fill="var(--accent)"
              />
            ) : (
              <circle cx={x(value)} cy={y} r={3.5} fill="var(--accent)" />
            )}
          </g>
        );
      })}
    </Sparkline>
  );
}
