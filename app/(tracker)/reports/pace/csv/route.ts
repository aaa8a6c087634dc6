import { csvResponse } from "@/lib/reports/insights/csv.ts";
import { pace } from "@/lib/reports/insights/pace.ts";
import { tableView } from "@/lib/reports/insights/schema.ts";
import { downloadActor, queryOf, reportRequest } from "../../report-request.ts";

export async function GET(request: Request): Promise<Response> {
  const { actor, since } = await reportRequest(tableView, queryOf(request), downloadActor());
  const { days } = await pace(actor, since);
  return csvResponse(`pace-since-${since}`, days);
}
