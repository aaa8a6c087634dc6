"use client";

import dynamic from "next/dynamic";
import type { ComponentProps } from "react";
import { ChartFigure } from "./chart-figure.tsx";
import { seriesColors } from "./series-colors.ts";
import type { StepLine } from "./steps-drawing.tsx";

type Props = Omit<ComponentProps<typeof ChartFigure>, "children" | "rows" | "tall"> & {
  lines: StepLine[];
  /** how far the picture goes; the table has it all */
  days: number;
  cells: ComponentProps<typeof ChartFigure>["rows"];
};

const Drawing = dynamic(() => import("./steps-drawing.tsx"), { ssr: false });

/** Shares that fall in steps over days, with the same numbers (`cells`) as a table. */
export function StepsChart({ lines, days, cells, ...figure }: Props) {
  return (
    <ChartFigure {...figure} rows={cells} tall>
      {lines.length > 1 && (
        <ul className="chart-legend">
          {lines.map(({ label }, at) => (
            <li key={label}>
              <i style={{ background: seriesColors[at % seriesColors.length] }} />
              {label}
            </li>
          ))}
        </ul>
      )}
      <Drawing lines={lines} days={days} />
    </ChartFigure>
  );
}
