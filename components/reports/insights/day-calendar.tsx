import { formatDate, formatMonth, formatNumber } from "@/components/ui/format.ts";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { weekdays } from "@/lib/reports/goals/values.ts";
import type { Pace } from "@/lib/reports/insights/pace.ts";
import { levelOf, type Month, monthsOf, shades } from "./day-months.ts";

const size = 20;
/** room for the letters of the weekdays */
const head = 14;
const square = size - 2;

type Props = {
  pace: Pace;
  finding: string;
  from: string;
  /** the most months drawn, the last ones */
  most: number;
  csv: string;
};

/** Every day as a square with its number of applications, month by month; the same as a table below. */
export function DayCalendar({ pace, finding, from, most, csv }: Props) {
  const { days, until, goals } = pace;
  const months = monthsOf(days, { from, until, rest_days: goals.rest_days, most });
  const first = months[0]?.month ?? "";
  const shown = days.filter(({ day }) => day >= first);
  return (
    <figure className="chart" aria-label={finding}>
      <div className="day-months" aria-hidden>
        {months.map((month) => (
          <MonthLeaf key={month.month} month={month} />
        ))}
      </div>
      <Legend ends={shades(days)} rests={goals.rest_days.length > 0} />
      <details className="day-table">
        <summary>Table</summary>
        <div className="chart__table">
          <table>
            <caption className="sr-only">Days with applications</caption>
            <thead>
              <tr>
                <th scope="col">Day</th>
                <th scope="col">Applications</th>
              </tr>
            </thead>
            <tbody>
              {shown.toReversed().map(({ day, count }) => (
                <tr key={day}>
                  <th scope="row">{formatDate(day)}</th>
                  <td>{formatNumber(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      <div className="chart__tools">
        <PlainLink className="link" href={csv}>
          Every day as CSV
        </PlainLink>
      </div>
    </figure>
  );
}

function MonthLeaf({ month }: { month: Month }) {
  const rows = Math.max(0, ...month.cells.map(({ row }) => row)) + 1;
  return (
    <div className="day-month">
      <p>
        {formatMonth(month.month)} <span>{formatNumber(month.count)}</span>
      </p>
      <svg viewBox={`0 ${-head} ${7 * size} ${rows * size + head}`} aria-hidden="true">
        {weekdays.map((name, at) => (
          <text
            key={name}
            x={at * size + size / 2}
            y={-head / 2}
            fontSize={9}
            className="day-month__weekday"
          >
            {name.charAt(0)}
          </text>
        ))}
        {[0, 1, 2, 3, 4].map((level) => {
          const its = month.cells.filter(
            (cell) => cell.level === level && (level > 0 || !cell.rest),
          );
          const path = its.map(
            ({ column, row }) =>
              `M${column * size + 1} ${row * size + 1}h${square}v${square}h-${square}z`,
          );
          return its.length > 0 && <path key={level} data-level={level} d={path.join("")} />;
        })}
        {month.cells.map(({ column, row, count, level, rest }) => {
          const at = { x: column * size + size / 2, y: row * size + size / 2 };
          if (count > 0) {
            return (
              <text
                key={`${row} ${column}`}
                {...at}
                data-level={level}
                fontSize={count > 99 ? 8.5 : 10}
              >
                {count < 1000 ? count : `${Math.floor(count / 1000)}k`}
              </text>
            );
          }
          return rest && <circle key={`${row} ${column}`} cx={at.x} cy={at.y} r="1.6" />;
        })}
      </svg>
    </div>
  );
}

function Legend({ ends, rests }: { ends: number[]; rests: boolean }) {
  const words = ends.map((end, at) => {
    const start = (ends[at - 1] ?? 0) + 1;
    return start === end ? String(end) : `${start}–${end}`;
  });
  return (
    <ul className="chart-legend">
      {words.map((word, at) => (
        <li key={word}>
          <i className="day-shade" data-level={levelOf(ends[at] ?? 0, ends)} />
          {word} a day
        </li>
      ))}
      {rests && (
        <li>
          <i className="day-rest" />
          Rest day
        </li>
      )}
    </ul>
  );
}
