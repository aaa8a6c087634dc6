import { requireActor } from "@/lib/accounts/auth/current.ts";
import { csvResponse } from "@/lib/reports/insights/csv.ts";
import { pace } from "@/lib/reports/insights/pace.ts";
import { firstDay } from "@/lib/reports/insights/queries.ts";
import { tableView } from "@/lib/reports/insights/schema.ts";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const view = tableView.parse(Object.fromEntries(new URL(request.url).searchParams));
  const since = view.since ?? (await firstDay(actor));
  const { days } = await pace(actor, since);
  return csvResponse(`pace-since-${since}`, days);
}
