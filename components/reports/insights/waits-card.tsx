import { StepsChart } from "@/components/charts/steps-chart.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import type { WaitGroup, Waits } from "@/lib/reports/insights/waits.ts";
import { formatNumber, formatPercent, pluralize } from "../../ui/format.ts";
import { pWords, waitsFinding } from "./findings.ts";

/** The curve of waits: all in one with its band, or one line for each group with the log-rank test. */
export function WaitsCard({ waits, parted }: { waits: Waits; parted: boolean }) {
  const shown = parted ? waits.groups : [waits.all];
  const last = Math.max(0, ...shown.map(({ curve }) => curve.at(-1)?.time ?? 0));
  const lastAnswer = Math.max(
    0,
    ...shown.map(({ curve }) => curve.findLast(({ events }) => events > 0)?.time ?? 0),
  );
  const days = Math.min(last, Math.max(28, Math.ceil((lastAnswer + 7) / 7) * 7));
  return (
    <Card labelledBy="chart">
      <CardHeader
        id="chart"
        title="Share of applications still without an answer"
        note={`${pluralize(waits.applications, "application")}, ${formatNumber(waits.answered)} answered`}
      />
      {shown.length === 0 ? (
        <p className="report-notes card__body">
          Too few to tell: no group has five applications with known days.
        </p>
      ) : (
        <StepsChart
          finding={parted ? testWords(waits) : waitsFinding(waits)}
          name="time-to-answer"
          days={days}
          lines={shown.map(lineOf)}
          columns={["Group and day", "Waiting", "Answered", "Still without", "95% low", "95% high"]}
          cells={shown.flatMap((group) =>
            group.curve
              .filter(({ events }) => events > 0)
              .map((step) => [
                `${group.label}, day ${step.time}`,
                step.at_risk,
                step.events,
                formatPercent(step.survival),
                formatPercent(step.low),
                formatPercent(step.high),
              ]),
          )}
        />
      )}
    </Card>
  );
}

// Where nobody was answered the line does not move; the drawing needs no such steps but the last.
const lineOf = ({ label, curve }: WaitGroup) => ({
  label,
  points: curve
    .filter(({ events }, at) => events > 0 || at === curve.length - 1)
    .map(({ time, survival, low, high }) => ({ day: time, share: survival, low, high })),
});

function testWords({ test, groups }: Waits): string {
  const medians = groups
    .map(({ label, median_days }) =>
      median_days === null
        ? `${label}: no answer yet`
        : `${label}: ${pluralize(median_days, "day")}`,
    )
    .join("; ");
  const half = `Half of the answers came within: ${medians}.`;
  if (!test || test.df === 0) return half;
  const verdict =
    test.p < 0.05
      ? "The waits differ by more than chance"
      : "The differences between the waits could be chance";
  return `${verdict} (log-rank ${pWords(test.p)}). ${half}`;
}
