"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useId, useRef, useState } from "react";
import { ChartFigure } from "@/components/charts/chart-figure.tsx";
import { formatDate, formatNumber } from "@/components/ui/format.ts";
import { StatusMark } from "@/components/ui/status-mark.tsx";
import { pipelineKinds } from "@/lib/reports/insights/values.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { kindLabels } from "./pipeline-words.ts";

type Props = {
  path: string;
  /** the rest of the address, which another day keeps */
  keep: Record<string, string | undefined>;
  /** the day that is shown, and its counts in the order of the kinds */
  day: string;
  counts: number[];
  /** from the first day on: the days and, one list each, their counts */
  days: string[];
  series: number[][];
  finding: string;
  rows: (string | number)[][];
  children: ReactNode;
};

const settled = 300;

/** The hunt's course with a slider over its days: counts follow at once, the list when it rests. */
export function PipelineSlider(props: Props) {
  const { path, keep, day, counts, days, series, finding, rows, children } = props;
  const router = useRouter();
  const id = useId();
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [moved, setMoved] = useState<{ from: string; at: number }>();
  const last = days.length - 1;
  const nearest = days.findLastIndex((one) => one <= day);
  // A move counts until the page shows another day.
  const slid = moved?.from === day ? moved.at : undefined;
  const at = slid ?? Math.max(0, nearest);
  const shownDay = slid === undefined ? day : (days[slid] ?? day);
  const shown = slid === undefined ? counts : (series[slid] ?? counts);

  function move(to: number): void {
    setMoved({ from: day, at: to });
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      router.replace(pathWithQuery(path, { ...keep, day: days[to] }), { scroll: false });
    }, settled);
  }

  const words = pipelineKinds.map(
    (kind, k) => `${shown[k] ?? 0} ${kindLabels[kind].toLowerCase()}`,
  );
  return (
    <div className="pipeline">
      <ul className="pipeline__counts">
        {pipelineKinds.map((kind, k) => (
          <li key={kind}>
            <StatusMark kind={kind}>{kindLabels[kind]}</StatusMark>
            <strong>{formatNumber(shown[k] ?? 0)}</strong>
          </li>
        ))}
      </ul>
      <ChartFigure
        linked
        finding={finding}
        name="pipeline"
        columns={["Day", ...pipelineKinds.map((kind) => kindLabels[kind])]}
        rows={rows}
      >
        <div className="pipeline__plot">
          {children}
          <i style={{ left: `${last > 0 ? (100 * at) / last : 100}%` }} />
        </div>
      </ChartFigure>
      <div className="pipeline__slide">
        <label htmlFor={id}>Day</label>
        <input
          id={id}
          type="range"
          min={0}
          max={Math.max(0, last)}
          value={at}
          disabled={last < 1}
          aria-valuetext={`${formatDate(shownDay)}: ${words.join(", ")}`}
          onChange={(event) => move(Number(event.target.value))}
        />
        <output htmlFor={id}>{formatDate(shownDay)}</output>
      </div>
    </div>
  );
}
