"use client";

import dynamic from "next/dynamic";
import type { ComponentProps } from "react";
import { ChartFigure } from "./chart-figure.tsx";

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
