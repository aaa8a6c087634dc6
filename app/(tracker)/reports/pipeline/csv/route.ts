import { csvResponse } from "@/lib/reports/insights/csv.ts";
import { pipelineDay } from "@/lib/reports/insights/pipeline.ts";
import { allPipelinePostings } from "@/lib/reports/insights/pipeline-postings.ts";
import { pipelineView } from "@/lib/reports/insights/schema.ts";
import { downloadActor, queryOf } from "../../report-request.ts";

export async function GET(request: Request): Promise<Response> {
  const actor = await downloadActor();
  const view = pipelineView.parse(queryOf(request));
  const day = pipelineDay(actor, view.day);
  return csvResponse(`pipeline-${day}`, await allPipelinePostings(actor, day, view.kind));
}
