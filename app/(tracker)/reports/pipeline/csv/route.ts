import { requireActor } from "@/lib/auth/current.ts";
import { csvAnswer } from "@/lib/insights/csv.ts";
import { pipelineDay } from "@/lib/insights/reports/pipeline.ts";
import { allStanding } from "@/lib/insights/reports/standing.ts";
import { pipelineView } from "@/lib/insights/schema.ts";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const view = pipelineView.parse(Object.fromEntries(new URL(request.url).searchParams));
  const day = pipelineDay(actor, view.day);
  return csvAnswer(`pipeline-${day}`, await allStanding(actor, day, view.kind));
}
