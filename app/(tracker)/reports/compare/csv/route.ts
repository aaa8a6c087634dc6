import { compare, comparisonPageDays } from "@/lib/reports/insights/compare.ts";
import { csvResponse } from "@/lib/reports/insights/csv.ts";
import { compareView } from "@/lib/reports/insights/schema.ts";
import { downloadActor, queryOf } from "../../report-request.ts";

export async function GET(request: Request): Promise<Response> {
  const actor = await downloadActor();
  const view = compareView.parse(queryOf(request));
  const days = await comparisonPageDays(actor, view);
  const { figures } = await compare(actor, days);
  return csvResponse(`compared-${days.first}-${days.second}`, figures);
}
