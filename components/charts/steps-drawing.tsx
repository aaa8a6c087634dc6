"use client";

import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

export type StepLine = {
  label: string;
  color: string;
  points: { day: number; share: number; low: number; high: number }[];
};

const tick = { fontSize: 11, fill: "var(--ink-3)" };
const shares = [0, 0.25, 0.5, 0.75, 1];
const percent = (share: number) => `${Math.round(share * 100)}%`;

/** Lines that fall in steps, all over the same days; the band of a single one in a pale tone of it. */
export default function StepsDrawing({ lines, days }: { lines: StepLine[]; days: number }) {
  const [only] = lines.length === 1 ? lines : [];
  const data = Array.from({ length: days + 1 }, (_, day) => {
    const band = only && pointAt(only, day);
    return {
      day,
      band: band && [band.low, band.high],
      ...Object.fromEntries(lines.map((line, at) => [`line${at}`, pointAt(line, day)?.share])),
    };
  });
  return (
    <ResponsiveContainer width="100%" height="100%">
      <ComposedChart
        accessibilityLayer={false}
        data={data}
        margin={{ top: 12, right: 16, bottom: 0, left: 4 }}
      >
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis
          dataKey="day"
          type="number"
          domain={[0, days]}
          ticks={weeksOf(days)}
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          tickFormatter={(day: number) => (day === 0 ? "0 days" : String(day))}
        />
        <YAxis
          domain={[0, 1]}
          ticks={shares}
          interval={0}
          tick={tick}
          tickLine={false}
          axisLine={false}
          width={40}
          tickFormatter={percent}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, label }) =>
            active && <StepTip lines={lines} day={Number(label ?? 0)} />
          }
        />
        {only && (
          <Area
            type="stepAfter"
            dataKey="band"
            stroke="none"
            fill={only.color}
            fillOpacity={0.14}
            isAnimationActive={false}
            activeDot={false}
          />
        )}
        {lines.map(({ label, color }, at) => (
          <Line
            key={label}
            type="stepAfter"
            dataKey={`line${at}`}
            stroke={color}
            strokeWidth={2.25}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

const start = { share: 1, low: 1, high: 1 };
// A line ends where nobody is left to watch.
const pointAt = ({ points }: StepLine, day: number) =>
  day > (points.at(-1)?.day ?? -1)
    ? undefined
    : (points.findLast((point) => point.day <= day) ?? start);

function weeksOf(days: number): number[] {
  const step = 7 * Math.max(1, Math.ceil(days / 7 / 8));
  return Array.from({ length: Math.floor(days / step) + 1 }, (_, at) => at * step);
}

function StepTip({ lines, day }: { lines: StepLine[]; day: number }) {
  return (
    <div className="chart-tip">
      <p>After {day === 1 ? "1 day" : `${day} days`}</p>
      {lines.map((line) => {
        const point = pointAt(line, day);
        return (
          point && (
            <p key={line.label}>
              {line.label}: {percent(point.share)} still waiting
            </p>
          )
        );
      })}
    </div>
  );
}
