import { requireActor } from "@/lib/accounts/auth/current.ts";
import { compare } from "@/lib/reports/insights/compare.ts";
import { shownDays } from "@/lib/reports/insights/compare-days.ts";
import { csvAnswer } from "@/lib/reports/insights/csv.ts";
import { compareView } from "@/lib/reports/insights/schema.ts";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const view = compareView.parse(Object.fromEntries(new URL(request.url).searchParams));
  const days = await shownDays(actor, view);
  const { figures } = await compare(actor, days);
  return csvAnswer(`compared-${days.first}-${days.second}`, figures);
}
