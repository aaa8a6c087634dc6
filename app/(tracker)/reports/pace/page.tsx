import type { Metadata } from "next";
import { BarsChart } from "@/components/charts/bars-chart.tsx";
import { GoalsForm } from "@/components/reports/goals/goals-form.tsx";
import { inMemoryTable } from "@/components/reports/in-memory-table.ts";
import { DayCalendar } from "@/components/reports/insights/day-calendar.tsx";
import { everyWeek, paceFinding, streakWords } from "@/components/reports/insights/pace-words.ts";
import { ReportFrame, sinceField } from "@/components/reports/report-frame.tsx";
import { ReportTable } from "@/components/reports/report-table.tsx";
import { paceColumns } from "@/components/reports/week-columns.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { formatDate, formatDay, pluralize } from "@/components/ui/format.ts";
import { pace } from "@/lib/reports/insights/pace.ts";
import { appliedSpan } from "@/lib/reports/insights/queries.ts";
import { tableView } from "@/lib/reports/insights/schema.ts";
import { pathWithQuery } from "@/lib/urls.ts";
import { reportRequest } from "../report-request.ts";

export const metadata: Metadata = { title: "How steady is your pace?" };

const path = "/reports/pace";
const drawnWeeks = 160;
const listedWeeks = 1040;
// A year, and up to five where the address names the day.
const [usualMonths, mostMonths] = [13, 60];

export default async function PacePage({ searchParams }: PageProps<"/reports/pace">) {
  const { actor, view, since } = await reportRequest(tableView, await searchParams);
  const found = await pace(actor, since);
  const goal = found.goals.weekly_goal;
  const first = found.days[0]?.day ?? found.until;
  const weeks = everyWeek(found.weeks, found.until, listedWeeks);
  const [, from = first] = [since, first].toSorted();
  const months = view.since ? mostMonths : usualMonths;
  const drawn = weeks.slice(-drawnWeeks);
  const finding = paceFinding(found);
  const rows = weeks.map((row) => ({ ...row, over: Number(row.over) }));
  const table = inMemoryTable(rows, view, { sort: "week_start", descending: true });
  return (
    <ReportFrame
      title="How steady is your pace?"
      path={path}
      days={sinceField(since)}
      finding={finding}
      empty={found.applications === 0 && (await appliedSpan(actor))}
      below={<GoalsForm goals={found.goals} />}
    >
      <GoalsForm goals={found.goals} />
      <Card labelledBy="days">
        <CardHeader
          id="days"
          title="Applications by day"
          note={daysNote(from, found.until, months)}
        />
        <p className="pace-streaks">
          {streakWords(found).map((words) => (
            <span key={words}>{words}</span>
          ))}
        </p>
        <DayCalendar
          pace={found}
          finding={finding}
          from={from}
          most={months}
          csv={pathWithQuery(`${path}/csv`, { since })}
        />
      </Card>
      <Card labelledBy="chart">
        <CardHeader id="chart" title="Applications by week" />
        <BarsChart
          finding={finding}
          name="pace-by-week"
          columns={["Week of", "Applications", ...(goal ? ["Goal"] : [])]}
          cells={drawn.map((row) => [
            formatDate(row.week_start),
            row.count,
            ...(goal ? [row.count >= goal ? "met" : `${row.count} of ${goal}`] : []),
          ])}
          csv={{
            columns: ["week_start", "week", "applications"],
            rows: drawn.map(({ week_start, number, count }) => [week_start, number, count]),
          }}
          rows={drawn.map(({ week_start, count }) => ({
            label: formatDay(week_start),
            values: { count },
          }))}
          parts={[{ key: "count", label: "Applications", color: "var(--accent)" }]}
          line={goal ?? undefined}
          note={goal ? `Dashed: your goal of ${goal} a week` : undefined}
        />
      </Card>
      <ReportTable
        title="Weeks"
        path={path}
        since={since}
        view={view}
        columns={paceColumns(goal)}
        rowKey={(row) => row.week_start}
        {...table}
      />
      <p className="report-notes">
        Weeks run from Monday to Sunday. Today and this week count once they are over.
        {found.ahead > 0 &&
          ` ${pluralize(found.ahead, "application")} dated in the future left out.`}
        {found.undated > 0 && ` ${pluralize(found.undated, "application")} without a day left out.`}
      </p>
    </ReportFrame>
  );
}

// Older days are in the table of weeks and in the CSV.
function daysNote(from: string, until: string, months: number): string {
  const place = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const cut = place(until) - place(from) >= months;
  return cut ? `the last ${months} months` : `since ${formatDate(from)}`;
}
