"use client";

import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { dateWords } from "../ui/time-words.ts";
import type { Week } from "./weeks-chart.tsx";

const unanswered = ({ applied, answered }: Week) => applied - answered;

const tick = { fontSize: 11, fill: "var(--ink-3)" };

/** One bar a week: what was answered in the accent, the rest in grey upon it. */
export default function WeeksBars({ weeks }: { weeks: Week[] }) {
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        accessibilityLayer={false}
        data={weeks}
        margin={{ top: 8, right: 4, bottom: 0, left: 0 }}
        barCategoryGap="14%"
      >
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
          dataKey="answered"
          stackId="week"
          fill="var(--accent)"
          radius={3}
          maxBarSize={18}
          isAnimationActive={false}
        />
        <Bar
          dataKey={unanswered}
          stackId="week"
          fill="var(--bar-all)"
          radius={3}
          maxBarSize={18}
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
