import { requireActor } from "@/lib/auth/current.ts";
import { csvAnswer } from "@/lib/insights/csv.ts";
import { firstDay } from "@/lib/insights/queries.ts";
import { pace } from "@/lib/insights/reports/pace.ts";
import { tableView } from "@/lib/insights/schema.ts";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const view = tableView.parse(Object.fromEntries(new URL(request.url).searchParams));
  const since = view.since ?? (await firstDay(actor));
  const { days } = await pace(actor, since);
  return csvAnswer(`pace-since-${since}`, days);
}
