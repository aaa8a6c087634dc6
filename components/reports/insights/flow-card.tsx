import { ChartFigure } from "@/components/charts/chart-figure.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import type { Funnel } from "@/lib/reports/insights/funnel.ts";
import { type FlowQuery, flowOf } from "./flow-model.ts";
import { narrowFlow } from "./flow-narrow.ts";
import { FlowPicture } from "./flow-picture.tsx";
import { flowRows } from "./flow-rows.ts";
import { wideFlow } from "./flow-wide.ts";

type Props = {
  funnel: Funnel;
  finding: string;
  path: string;
  chosen: Partial<FlowQuery>;
  /** the person's name, for a picture that is to carry it */
  owner: string;
};

/** From saved to accepted, with every way out where it was taken (a Sankey diagram). */
export function FlowCard({ funnel, finding, path, chosen, owner }: Props) {
  const flow = flowOf(funnel);
  const shared = { label: "From saved to accepted", path, since: funnel.since, chosen };
  return (
    <Card labelledBy="flow">
      <CardHeader id="flow" title="Where postings went" note="Choose a band to see its postings" />
      {flow.total === 0 ? (
        <CardBody>
          <p className="report-notes">
            Nothing to draw yet: add a posting, and its way is drawn here.
          </p>
        </CardBody>
      ) : (
        <ChartFigure
          linked
          finding={finding}
          name="where-postings-went"
          owner={owner}
          columns={["From", "To", "Postings"]}
          rows={flowRows(flow)}
        >
          <div className="flow">
            <FlowPicture {...wideFlow(flow)} {...shared} className="flow__wide" />
            <FlowPicture {...narrowFlow(flow)} {...shared} className="flow__narrow" />
          </div>
        </ChartFigure>
      )}
    </Card>
  );
}
