import { requireActor } from "@/lib/auth/current.ts";
import { csvAnswer } from "@/lib/insights/csv.ts";
import { compare } from "@/lib/insights/reports/compare.ts";
import { shownDays } from "@/lib/insights/reports/compare-days.ts";
import { compareView } from "@/lib/insights/schema.ts";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const view = compareView.parse(Object.fromEntries(new URL(request.url).searchParams));
  const days = await shownDays(actor, view);
  const { figures } = await compare(actor, days);
  return csvAnswer(`compared-${days.first}-${days.second}`, figures);
}
