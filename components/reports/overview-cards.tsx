import type { ReactNode } from "react";
import {
  ColumnsSparkline,
  LanesSparkline,
  SpreadsSparkline,
  StepsSparkline,
} from "@/components/charts/sparklines.tsx";
import { formatDate } from "@/components/ui/format.ts";
import { minSampleSize, pipelineKinds } from "@/lib/reports/insights/values.ts";
import { compareFinding } from "./insights/compare-words.tsx";
import * as findings from "./insights/findings.ts";
import { everyWeek, paceFinding } from "./insights/pace-words.ts";
import { pipelineFinding } from "./insights/pipeline-words.ts";
import { proofFinding } from "./insights/proof-words.ts";
import type { Overview } from "./overview-data.ts";
import { payFinding } from "./pay/pay-card.tsx";

export type ReportCard = {
  href: string;
  title: string;
  /** what it answers, for the time before it has something to say */
  about: string;
  finding: string;
  /** nothing where there is nothing to draw */
  picture?: ReactNode;
  /** it has nothing to show */
  empty: boolean;
};

const [drawnRows, drawnWeeks, drawnDays] = [5, 20, 40];
const accent = (value: number) => [{ value, color: "var(--accent)" }];

/** The reports that answer a question, each with what it found. */
export function insightCards(data: Overview): ReportCard[] {
  const { stages, waited, rated, pipeline, series, scores, paid, compared, paced, proved } = data;
  const enough = rated.rows.filter(({ too_few }) => !too_few).slice(0, drawnRows);
  const pays = [paid.currencies[0]?.all, ...(paid.currencies[0]?.rows ?? [])]
    .filter((row) => row !== undefined)
    .filter(({ too_few }) => !too_few)
    .slice(0, drawnRows);
  const none = !stages.stages[0]?.count;
  return [
    {
      href: "/reports/funnel",
      title: "How far do applications get?",
      about: "From saved to accepted, and where they end.",
      finding: findings.funnelFinding(stages.stages),
      picture: <LanesSparkline lanes={stages.stages.map(({ count }) => accent(count))} />,
      empty: none,
    },
    {
      href: "/reports/waits",
      title: "How long do answers take?",
      about: "After how many days of silence you can let go.",
      finding: findings.waitsFinding(waited),
      picture: (
        <StepsSparkline
          points={waited.all.curve.map(({ time, survival }) => ({ day: time, share: survival }))}
        />
      ),
      empty: none,
    },
    {
      href: "/reports/works",
      title: "What works?",
      about: "Which sites, places and ways get the most answers.",
      finding: findings.ratesFinding(rated.all, rated.rows),
      picture: enough.length > 0 && (
        <SpreadsSparkline
          rows={enough.map(({ answered: { low, high, share } }) => ({
            low,
            high,
            value: share ?? 0,
          }))}
        />
      ),
      empty: none,
    },
    {
      href: "/reports/scorecard",
      title: "Which sites pay off?",
      about: "What came of your applications, site by site.",
      finding: findings.scoreFinding(scores),
      picture: (
        <LanesSparkline
          lanes={scores.slice(0, drawnRows).map(({ applications, answered, interviews }) => [
            { value: interviews, color: "var(--series-1)" },
            { value: answered - interviews, color: "var(--series-2)" },
            { value: applications - answered, color: "var(--bar-all)" },
          ])}
        />
      ),
      empty: none,
    },
    {
      href: "/reports/compare",
      title: "Is it going better than before?",
      about: "Your last weeks against those before.",
      finding: compareFinding(compared),
      picture: compared.periods.every(({ applications }) => applications >= minSampleSize) && (
        <LanesSparkline
          lanes={(["answered", "interview"] as const).flatMap((name) =>
            compared.periods.map(({ rates }, at) => [
              {
                value: (rates[name].share ?? 0) * 100,
                color: at === 0 ? "var(--series-2)" : "var(--series-1)",
              },
            ]),
          )}
        />
      ),
      empty: none,
    },
    {
      href: "/reports/pay",
      title: "What do they pay?",
      about: "Advertised pay by title, place and site.",
      finding: payFinding(paid),
      picture: pays.length > 0 && (
        <SpreadsSparkline
          bands
          rows={pays.map(({ low, median, high }) => ({ low, value: median, high }))}
        />
      ),
      empty: none || paid.read === 0,
    },
    {
      href: "/reports/pace",
      title: "How steady is your pace?",
      about: "Applications by day and week, against your goal.",
      finding: paceFinding(paced),
      picture: (
        <ColumnsSparkline
          columns={everyWeek(paced.weeks, paced.until, drawnWeeks).map(({ count }) =>
            accent(count),
          )}
          line={paced.goals.weekly_goal}
        />
      ),
      empty: paced.applications === 0,
    },
    {
      href: "/reports/pipeline",
      title: "Where did everything stand?",
      about: "All your postings by status, on any day.",
      finding: pipelineFinding(pipeline, formatDate(pipeline.day)),
      picture: (
        <ColumnsSparkline
          tight
          columns={lastOfEach(series.points, drawnDays).map(({ counts }) =>
            pipelineKinds.map((kind) => ({
              value: counts[kind],
              color: `color-mix(in oklab, var(--${kind}) 62%, var(--surface))`,
            })),
          )}
        />
      ),
      empty: pipeline.total === 0,
    },
    {
      href: "/reports/proof",
      title: "Work-search proof",
      about: "A list of your contacts for an unemployment office, ready to print.",
      finding: proofFinding(proved.weeks, proved.contacts),
      picture: (
        <ColumnsSparkline
          columns={proved.weeks.map(({ contacts }) => accent(contacts))}
          line={proved.required}
        />
      ),
      empty: proved.contacts === 0,
    },
  ];
}

/** The three reports that the API documents: plain counts. */
export function classicCards({ months, sites, weeks }: Overview): ReportCard[] {
  return [
    {
      href: "/reports/applied",
      title: "Postings applied to",
      about: "Each application, and how many a month.",
      finding: findings.appliedFinding(months),
      picture: (
        <ColumnsSparkline columns={months.slice(-drawnWeeks).map(({ count }) => accent(count))} />
      ),
      empty: months.length === 0,
    },
    {
      href: "/reports/sites",
      title: "Postings per site",
      about: "How many applications each site led to.",
      finding: findings.sitesFinding(sites),
      picture: (
        <LanesSparkline
          lanes={sites.slice(0, drawnRows).map(({ site_count }) => accent(site_count))}
        />
      ),
      empty: sites.length === 0,
    },
    {
      href: "/reports/weeks",
      title: "Applications per week",
      about: "How many applications you made each week.",
      finding: findings.weekRowsFinding(weeks),
      picture: (
        <ColumnsSparkline
          columns={weeks.slice(-drawnWeeks).map(({ week_count }) => accent(week_count))}
        />
      ),
      empty: weeks.length === 0,
    },
  ];
}

/** Of many points the last of each equal share, so that the newest is among them. */
function lastOfEach<Point>(points: readonly Point[], most: number): Point[] {
  const step = Math.max(1, Math.ceil(points.length / most));
  return points.filter((_, at) => (points.length - 1 - at) % step === 0);
}
