"use client";

import dynamic from "next/dynamic";
import { ChartFigure, type FigureProps } from "./chart-figure.tsx";
import type { StepLine } from "./steps-drawing.tsx";

type Props = FigureProps & {
  lines: Omit<StepLine, "color">[];
  /** the last day drawn; the table has all of them */
  days: number;
};

const Drawing = dynamic(() => import("./steps-drawing.tsx"), { ssr: false });

/** Shares that fall in steps over days, with the same numbers (`cells`) as a table. */
export function StepsChart({ lines, days, cells, ...figure }: Props) {
  const colored = lines.map((line, at) => ({ ...line, color: `var(--series-${(at % 6) + 1})` }));
  return (
    <ChartFigure {...figure} rows={cells} legend={colored} tall>
      <Drawing lines={colored} days={days} />
    </ChartFigure>
  );
}
