"use client";

import {
  Bar,
  BarChart,
  CartesianGrid,
  ErrorBar,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

import { formatNumber } from "../ui/format.ts";

export type BarRow = {
  label: string;
  values: Record<string, number>;
  /** of the first part: where it may really lie */
  bounds?: readonly [number, number];
};

export type BarsProps = {
  rows: BarRow[];
  parts: { key: string; label: string; color: string }[];
  /** the values are shares, shown as percentages */
  share?: boolean;
  lying?: boolean;
  /** where a dashed line goes across standing bars; the figure's note says what it is */
  line?: number;
};

const tick = { fontSize: 11, fill: "var(--ink-3)" };
const whisker = "whisker";
const maxLyingBar = 22;
const maxStandingBar = 120;

/** Bars of one or several parts, standing (by time) or lying (by name); whiskers where bounds are given. */
export default function BarsDrawing({ rows, parts, share, lying, line }: BarsProps) {
  const number = (value: number) => (share ? `${Math.round(value * 100)}%` : formatNumber(value));
  const data = rows.map((row) => {
    const value = row.values[parts[0]?.key ?? ""] ?? 0;
    const reach = row.bounds && [value - row.bounds[0], row.bounds[1] - value];
    return { ...row, ...row.values, [whisker]: reach };
  });
  const bounded = rows.some(({ bounds }) => bounds);
  const top = Math.min(
    1,
    Math.ceil(10 * Math.max(0.05, ...rows.map(({ bounds }) => bounds?.[1] ?? 0))) / 10,
  );
  const names = {
    dataKey: "label",
    tick,
    tickLine: false,
    axisLine: { stroke: "var(--line)" },
    tickFormatter: (label: string) => shorten(label, lying ? 18 : 14),
  } as const;
  const numbers = {
    tick,
    tickLine: false,
    axisLine: false,
    allowDecimals: Boolean(share),
    tickFormatter: number,
    domain: [0, share ? top : "auto"] as [number, number | string],
    tickCount: share ? 6 : undefined,
  } as const;
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        accessibilityLayer={false}
        data={data}
        layout={lying ? "vertical" : "horizontal"}
        margin={{ top: 8, right: lying ? 16 : 32, bottom: 0, left: 4 }}
        barCategoryGap="18%"
      >
        <CartesianGrid stroke="var(--line)" horizontal={!lying} vertical={Boolean(lying)} />
        {lying ? <XAxis type="number" {...numbers} /> : <XAxis {...names} minTickGap={20} />}
        {lying ? (
          <YAxis type="category" {...names} width={118} interval={0} />
        ) : (
          <YAxis {...numbers} width={44} />
        )}
        <Tooltip
          cursor={{ fill: "var(--sunken)" }}
          isAnimationActive={false}
          content={({ active, payload }) =>
            active && <BarTip row={payload[0]?.payload} parts={parts} number={number} />
          }
        />
        {parts.map(({ key, color }, at) => (
          <Bar
            key={key}
            dataKey={key}
            stackId="all"
            fill={color}
            radius={2}
            // A pale bar, so that the whisker over it can be seen in both themes.
            fillOpacity={at === 0 && bounded ? 0.4 : 1}
            maxBarSize={lying ? maxLyingBar : maxStandingBar}
            isAnimationActive={false}
          >
            {at === 0 && bounded && (
              <ErrorBar dataKey={whisker} width={8} strokeWidth={2} stroke="var(--ink)" />
            )}
          </Bar>
        ))}
        {line !== undefined && (
          <ReferenceLine
            y={line}
            ifOverflow="extendDomain"
            stroke="var(--ink-2)"
            strokeDasharray="5 4"
          />
        )}
      </BarChart>
    </ResponsiveContainer>
  );
}

const shorten = (label: string, most: number) =>
  label.length > most ? `${label.slice(0, most - 1)}…` : label;

type TipProps = {
  row: BarRow | undefined;
  parts: BarsProps["parts"];
  number: (value: number) => string;
};

function BarTip({ row, parts, number }: TipProps) {
  if (!row) return null;
  return (
    <div className="chart-tip">
      <p>{row.label}</p>
      {parts.map(({ key, label }) => (
        <p key={key}>
          {label}: {number(row.values[key] ?? 0)}
        </p>
      ))}
      {row.bounds && (
        <p>
          95% range: {number(row.bounds[0])} to {number(row.bounds[1])}
        </p>
      )}
    </div>
  );
}
