import type { Metadata } from "next";
import { stillAnswered, waitsFinding } from "@/components/reports/insights/findings.ts";
import { WaitsCard } from "@/components/reports/insights/waits-card.tsx";
import { ReportFrame, sinceField } from "@/components/reports/report-frame.tsx";
import { pluralize, shareLabel } from "@/components/ui/format.ts";
import { appliedSpan, countUndated } from "@/lib/reports/insights/queries.ts";
import { waitsView } from "@/lib/reports/insights/schema.ts";
import { groupings, waitGroupings } from "@/lib/reports/insights/values.ts";
import { waits } from "@/lib/reports/insights/waits.ts";
import { reportRequest } from "../report-request.ts";

export const metadata: Metadata = { title: "How long do answers take?" };

const path = "/reports/waits";

export default async function WaitsPage({ searchParams }: PageProps<"/reports/waits">) {
  const { actor, view, since } = await reportRequest(waitsView, await searchParams);
  const { by, answer } = view;
  const [found, undated] = await Promise.all([
    waits(actor, since, { by, answer }),
    countUndated(actor),
  ]);
  const noRejections = answer === "response" ? "response" : undefined;
  const late = (day: number) => shareLabel(stillAnswered(found.all.curve, day));
  return (
    <ReportFrame
      title="How long do answers take?"
      path={path}
      days={sinceField(since)}
      finding={waitsFinding(found)}
      keep={{ by }}
      option={{
        name: "answer",
        value: "response",
        label: "Without rejections",
        on: Boolean(noRejections),
      }}
      empty={found.applications === 0 && (await appliedSpan(actor))}
      parted={Boolean(by)}
      choices={[
        { label: "All", query: { answer: noRejections }, active: !by },
        ...waitGroupings.map((part) => ({
          label: `By ${groupings[part].toLowerCase()}`,
          query: { by: part, answer: noRejections },
          active: by === part,
        })),
      ]}
    >
      {found.all.answered > 0 && <WaitsCard waits={found} parted={Boolean(by)} />}
      <div className="report-notes">
        {found.all.answered === 0 && <p>The curve begins with your first answer.</p>}
        {found.all.answered > 0 && (
          <p>
            {`Still answered after 7 days of silence: ${late(7)}; after 14: ${late(14)}; after 28: ${late(28)}.`}
          </p>
        )}
        <p>
          Kaplan–Meier with its 95% band. Open applications count as still waiting; one that was{" "}
          {noRejections ? "rejected or withdrawn" : "withdrawn"} leaves the count on that day.
          {found.left_out > 0 &&
            ` ${pluralize(found.left_out, "application")} left out: the day of the answer or the end is not known, or lies ahead.`}
          {undated > 0 &&
            ` ${pluralize(undated, "application")} without a day of application left out.`}
        </p>
      </div>
    </ReportFrame>
  );
}
