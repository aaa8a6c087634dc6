"use client";

import dynamic from "next/dynamic";
import type { BarsProps } from "./bars-drawing.tsx";
import { ChartFigure, type FigureProps } from "./chart-figure.tsx";

type Props = BarsProps & FigureProps;

const Drawing = dynamic(() => import("./bars-drawing.tsx"), { ssr: false });

/** Counts or shares as bars, with the same numbers (`cells`) as a table. */
export function BarsChart({ rows, parts, share, lying, line, cells, ...figure }: Props) {
  return (
    <ChartFigure {...figure} rows={cells} legend={parts} tall>
      <Drawing {...{ rows, parts, share, lying, line }} />
    </ChartFigure>
  );
}
