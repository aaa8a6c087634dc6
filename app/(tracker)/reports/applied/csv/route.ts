import { requireActor } from "@/lib/auth/current.ts";
import { csvAnswer } from "@/lib/insights/csv.ts";
import { firstDay } from "@/lib/insights/queries.ts";
import { tableView } from "@/lib/insights/schema.ts";
import { applicationsSince } from "@/lib/reports/queries.ts";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const view = tableView.parse(Object.fromEntries(new URL(request.url).searchParams));
  const since = view.since ?? (await firstDay(actor));
  return csvAnswer(`postings-applied-since-${since}`, await applicationsSince(actor, since));
}
