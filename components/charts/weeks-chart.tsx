"use client";

import { Fragment, useSyncExternalStore } from "react";
import { formatDate, formatDay, formatNumber } from "../ui/format.ts";
import { ChartFigure } from "./chart-figure.tsx";

type Week = {
  /** the Monday, `YYYY-MM-DD` */
  week: string;
  applied: number;
  answered: number;
};

// x in percent of the width, y in pixels of the figure's height.
const [top, floor] = [10, 146];
const labelEvery = 4;

const never = () => () => {};

/** Applications per week, and of them those that were answered. */
export function WeeksChart({ weeks, finding }: { weeks: Week[]; finding: string }) {
  return (
    <ChartFigure
      finding={finding}
      name="applications-per-week"
      columns={["Week of", "Applied", "Answered"]}
      rows={weeks.map(({ week, applied, answered }) => [formatDate(week), applied, answered])}
      csv={{
        columns: ["week", "applied", "answered"],
        rows: weeks.map(({ week, applied, answered }) => [week, applied, answered]),
      }}
    >
      <WeeksBars weeks={weeks} />
    </ChartFigure>
  );
}

/**
 * One bar a week: what was answered in the accent, the rest in grey upon it. Drawn without a script; only what a
 * pointer asks for is added by it.
 */
function WeeksBars({ weeks }: { weeks: Week[] }) {
  const awake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const most = roundUp(Math.max(1, ...weeks.map(({ applied }) => applied)));
  // Room for the longest count beside the axis.
  const gutter = 5 + 2 * formatNumber(most).length;
  const y = (count: number) => floor - (count / most) * (floor - top);
  const band = (100 - gutter) / weeks.length;
  return (
    <svg width="100%" height="170" fontSize="11" fill="var(--ink-3)">
      <title>Applications and answers per week</title>
      {[0, most / 2, most].map((count) => (
        <g key={count}>
          <text x={`${gutter - 1.5}%`} y={y(count) + 4} textAnchor="end">
            {formatNumber(count)}
          </text>
          <line x1={`${gutter}%`} x2="100%" y1={y(count)} y2={y(count)} stroke="var(--line)" />
        </g>
      ))}
      {weeks.map((week, at) => {
        const left = gutter + at * band;
        const bar = { x: `${left + band * 0.14}%`, width: `${band * 0.72}%`, rx: 2 };
        return (
          <Fragment key={week.week}>
            {week.applied > week.answered && (
              <rect {...bar} {...from(y(week.applied), y(week.answered))} fill="var(--bar-all)" />
            )}
            {week.answered > 0 && (
              <rect {...bar} {...from(y(week.answered), floor)} fill="var(--accent)" />
            )}
            {at % labelEvery === 0 && (
              <text x={`${left + band / 2}%`} y={floor + 17} textAnchor="middle">
                {formatDay(week.week)}
              </text>
            )}
            {awake && (
              <rect x={`${left}%`} width={`${band}%`} y={top} height={floor - top} opacity="0">
                <title>{tip(week)}</title>
              </rect>
            )}
          </Fragment>
        );
      })}
    </svg>
  );
}

const from = (y: number, end: number) => ({ y, height: end - y });

const tip = ({ week, applied, answered }: Week) =>
  `Week of ${formatDate(week)}: ${formatNumber(applied)} applied, ${formatNumber(answered)} answered`;

/** The count rounded up to a round even number. */
function roundUp(count: number): number {
  const step = count <= 10 ? 2 : count <= 100 ? 10 : 100;
  return Math.ceil(count / step) * step;
}
