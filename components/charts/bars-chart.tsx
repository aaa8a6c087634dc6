"use client";

import dynamic from "next/dynamic";
import type { ComponentProps } from "react";
import type { BarsProps } from "./bars-drawing.tsx";
import { ChartFigure } from "./chart-figure.tsx";

type Props = BarsProps &
  Omit<ComponentProps<typeof ChartFigure>, "children" | "rows" | "tall"> & {
    cells: ComponentProps<typeof ChartFigure>["rows"];
  };

const Drawing = dynamic(() => import("./bars-drawing.tsx"), { ssr: false });

/** Counts or shares as bars, with the same numbers (`cells`) as a table. */
export function BarsChart({ rows, parts, share, lying, line, cells, ...figure }: Props) {
  return (
    <ChartFigure {...figure} rows={cells} tall>
      {parts.length > 1 && (
        <ul className="chart-legend">
          {parts.map(({ key, label, color }) => (
            <li key={key}>
              <i style={{ background: color }} />
              {label}
            </li>
          ))}
        </ul>
      )}
      <Drawing {...{ rows, parts, share, lying, line }} />
    </ChartFigure>
  );
}
