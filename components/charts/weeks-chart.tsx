import { ChartFigure } from "./chart-figure.tsx";
import { type Week, WeeksBars } from "./weeks-bars.tsx";

/** Applications per week, and of them those that were answered. */
export function WeeksChart({ weeks, finding }: { weeks: Week[]; finding: string }) {
  return (
    <ChartFigure
      finding={finding}
      name="applications-per-week"
      columns={["Week of", "Applied", "Answered"]}
      rows={weeks.map(({ week, applied, answered }) => [week, applied, answered])}
    >
      <WeeksBars weeks={weeks} />
    </ChartFigure>
  );
}
