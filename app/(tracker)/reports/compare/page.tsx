import type { Metadata } from "next";
import { ChartFigure } from "@/components/charts/chart-figure.tsx";
import { CompareBars } from "@/components/reports/insights/compare-bars.tsx";
import {
  compareColumns,
  compareFinding,
  daysNotice,
  figureLabels,
  periodWords,
} from "@/components/reports/insights/compare-words.tsx";
import { fewApplications } from "@/components/reports/insights/findings.ts";
import { ReportFrame } from "@/components/reports/report-frame.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { formatDate, formatNumber, formatPercent, pluralize } from "@/components/ui/format.ts";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { DataTable } from "@/components/ui/table.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { today } from "@/lib/dates.ts";
import { compare, comparisonPageDays } from "@/lib/reports/insights/compare.ts";
import { appliedSpan } from "@/lib/reports/insights/queries.ts";
import { compareView } from "@/lib/reports/insights/schema.ts";
import { comparedRates } from "@/lib/reports/insights/values.ts";
import { pathWithQuery } from "@/lib/urls.ts";

export const metadata = { title: "Is it going better than before?" } satisfies Metadata;

const { title } = metadata;
const path = "/reports/compare";

export default async function ComparePage({ searchParams }: PageProps<"/reports/compare">) {
  const actor = await requireActor();
  const asked = await searchParams;
  const view = compareView.parse(asked);
  const days = await comparisonPageDays(actor, view);
  const found = await compare(actor, days);
  const { first, second } = days;
  const dayFields = [
    { name: "first", label: "From", value: first },
    { name: "second", label: "against since", value: second },
  ];
  const finding = compareFinding(found);
  const notice = daysNotice(asked, view, today(actor.time_zone), days);
  const [before, after] = found.periods;
  const applications = before.applications + after.applications;
  if (applications > 0 && applications < fewApplications) {
    return (
      <ReportFrame title={title} path={path} days={dayFields} finding="" notice={notice}>
        <Empty title="Too early to compare" next={["/reports", "See the other reports"]}>
          <p>
            You made {pluralize(applications, "application")} in these days. From {fewApplications}{" "}
            on you see here what has changed.
          </p>
        </Empty>
      </ReportFrame>
    );
  }
  const labels: [string, string] = [periodWords(before), periodWords(after)];
  return (
    <ReportFrame
      title={title}
      path={path}
      days={dayFields}
      empty={applications === 0 && (await appliedSpan(actor))}
      finding={finding}
      notice={notice}
    >
      <Card labelledBy="chart">
        <CardHeader
          id="chart"
          title="What came of the applications"
          note={`${pluralize(before.applications, "application")} in ${pluralize(before.days, "day")}, then ${formatNumber(after.applications)} in ${pluralize(after.days, "day")}`}
        />
        <ChartFigure
          linked
          finding={finding}
          name="two-periods"
          columns={["Rate", ...labels]}
          rows={comparedRates.map((name) => [
            figureLabels[name],
            ...found.periods.map(({ rates }) => formatPercent(rates[name].share)),
          ])}
        >
          <CompareBars periods={found.periods} labels={labels} />
        </ChartFigure>
      </Card>
      <section className="report-table" aria-label="Figures">
        <div className="chips">
          <h2>Every figure</h2>
          <div className="chips__end">
            <PlainLink className="chip" href={pathWithQuery(`${path}/csv`, { first, second })}>
              All as CSV
            </PlainLink>
          </div>
        </div>
        <DataTable
          label="Figures"
          columns={compareColumns(formatDate(second))}
          rows={found.figures}
          rowKey={({ name }) => name}
        />
      </section>
      <p className="report-notes">
        Read from each posting’s history: a rejected application keeps the answer it had. Lines show
        where a rate may really lie (95%). Rates are corrected for being four (Holm); waits are
        compared with those that are still open (log-rank). Applications of the last 30 days may
        still be answered.
      </p>
    </ReportFrame>
  );
}
