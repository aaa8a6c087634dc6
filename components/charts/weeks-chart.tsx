"use client";

import dynamic from "next/dynamic";
import { ChartFigure } from "./chart-figure.tsx";

export type Week = {
  /** the Monday, `YYYY-MM-DD` */
  week: string;
  applied: number;
  answered: number;
};

// The place is kept by the figure, so that nothing jumps when the drawing arrives.
const Bars = dynamic(() => import("./weeks-bars.tsx"), { ssr: false });

/** Applications per week, and of them those that were answered. */
export function WeeksChart({ weeks, finding }: { weeks: Week[]; finding: string }) {
  return (
    <ChartFigure
      finding={finding}
      name="applications-per-week"
      columns={["Week of", "Applied", "Answered"]}
      rows={weeks.map(({ week, applied, answered }) => [week, applied, answered])}
    >
      <Bars weeks={weeks} />
    </ChartFigure>
  );
}
