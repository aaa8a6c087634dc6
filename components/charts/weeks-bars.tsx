"use client";

import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { dateWords } from "../ui/time-words.ts";
import type { Week } from "./weeks-chart.tsx";

const tick = { fontSize: 11, fill: "var(--ink-3)" };

/** Two bars on one place: all in the line's grey, answered in the accent before it. */
export default function WeeksBars({ weeks }: { weeks: Week[] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={weeks} margin={{ top: 8, right: 4, bottom: 0, left: 4 }} barGap={-18}>
        <XAxis
          dataKey="week"
          tick={tick}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          tickFormatter={(week: string) => dateWords(week).replace(/ \d+$/, "")}
          minTickGap={24}
        />
        <YAxis allowDecimals={false} width={24} tick={tick} tickLine={false} axisLine={false} />
        <Tooltip
          cursor={{ fill: "var(--sunken)" }}
          isAnimationActive={false}
          content={({ active, payload }) => active && <WeekTip week={payload[0]?.payload} />}
        />
        <Bar
          dataKey="applied"
          fill="var(--bar-all)"
          radius={3}
          barSize={18}
          isAnimationActive={false}
        />
        <Bar
          dataKey="answered"
          fill="var(--accent)"
          radius={3}
          barSize={18}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

function WeekTip({ week }: { week: Week | undefined }) {
  if (!week) return null;
  return (
    <div className="chart-tip">
      <p>Week of {dateWords(week.week)}</p>
      <p>
        {week.applied} applied, {week.answered} answered
      </p>
    </div>
  );
}
