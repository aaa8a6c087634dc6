import type { Metadata } from "next";
import { PipelineChart, thinned } from "@/components/reports/insights/pipeline-chart.tsx";
import { PipelineSlider } from "@/components/reports/insights/pipeline-slider.tsx";
import {
  dayNotice,
  kindLabels,
  pipelineFinding,
} from "@/components/reports/insights/pipeline-words.ts";
import { standingColumns } from "@/components/reports/posting-columns.tsx";
import { ReportFrame } from "@/components/reports/report-frame.tsx";
import { ReportTable } from "@/components/reports/report-table.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { Chip } from "@/components/ui/chips.tsx";
import { formatDate, formatNumber } from "@/components/ui/format.ts";
import { Link } from "@/components/ui/link.tsx";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { pipelineDay, pipelineOn, pipelineSeries } from "@/lib/reports/insights/pipeline.ts";
import {
  pipelinePostingSorts,
  searchPipelinePostings,
} from "@/lib/reports/insights/pipeline-postings.ts";
import { pipelineView } from "@/lib/reports/insights/schema.ts";
import { pipelineKinds } from "@/lib/reports/insights/values.ts";
import { pathWithQuery } from "@/lib/urls.ts";

export const metadata: Metadata = { title: "Where did everything stand?" };

const path = "/reports/pipeline";

export default async function PipelinePage({ searchParams }: PageProps<typeof path>) {
  const [actor, asked] = [await requireActor(), await searchParams];
  const view = pipelineView.parse(asked);
  const day = pipelineDay(actor, view.day);
  const [found, { points }, list] = await Promise.all([
    pipelineOn(actor, day),
    pipelineSeries(actor),
    searchPipelinePostings(actor, day, view),
  ]);
  const kept = { day, kind: view.kind };
  const on = formatDate(day);
  const finding = pipelineFinding(found, on);
  const notice = dayNotice(asked.day, view.day, day);
  const values = (counts: typeof found.counts) => pipelineKinds.map((kind) => counts[kind]);
  return (
    <ReportFrame
      title="Where did everything stand?"
      path={path}
      days={[{ name: "day", label: "On", value: day }]}
      keep={{ kind: view.kind }}
      empty={points.length === 0 && { first: null, last: null, undated: 0 }}
      finding={finding}
      notice={notice}
    >
      <Card labelledBy="chart">
        <CardHeader id="chart" title="Your postings by status" note={`At the end of ${on}`} />
        <PipelineSlider
          path={path}
          keep={{ kind: view.kind, show: view.show === "25" ? undefined : view.show }}
          day={day}
          counts={values(found.counts)}
          days={points.map((point) => point.day)}
          series={points.map(({ counts }) => values(counts))}
          finding={finding}
          rows={thinned(points).map((point) => [point.day, ...values(point.counts)])}
        >
          <PipelineChart points={points} />
        </PipelineSlider>
      </Card>
      <nav className="chips" aria-label="Kind of status">
        <Chip
          href={pathWithQuery(path, { day })}
          active={!view.kind}
          count={formatNumber(found.total)}
        >
          All
        </Chip>
        {pipelineKinds.map((kind) => (
          <Chip
            key={kind}
            href={pathWithQuery(path, { day, kind })}
            active={view.kind === kind}
            count={formatNumber(found.counts[kind])}
          >
            {kindLabels[kind]}
          </Chip>
        ))}
      </nav>
      <ReportTable
        title={view.kind ? `${kindLabels[view.kind]} on that day` : "Postings on that day"}
        path={path}
        view={view}
        keep={kept}
        none={
          found.total === 0 && found.first_day ? (
            <>
              Nothing yet on that day.{" "}
              <Link className="link" href={pathWithQuery(path, { day: found.first_day })}>
                Go to {formatDate(found.first_day)}
              </Link>
              , the day of your first posting.
            </>
          ) : (
            "No posting had such a status on that day."
          )
        }
        sortedBy={pipelinePostingSorts.includes(view.sort) ? view.sort : "since"}
        descending={view.dir !== "asc"}
        columns={standingColumns}
        rowKey={(row) => row.id}
        rowHref={(row) => `/postings/${row.id}`}
        end={
          <PlainLink className="chip" href={pathWithQuery(`${path}/csv`, kept)}>
            All as CSV
          </PlainLink>
        }
        {...list}
      />
      <p className="report-notes">
        Read from each posting’s history. What is in the trash now is left out of every day.
      </p>
    </ReportFrame>
  );
}
