import { requireActor } from "@/lib/accounts/auth/current.ts";
import { csvResponse } from "@/lib/reports/insights/csv.ts";
import { pay } from "@/lib/reports/insights/pay.ts";
import { firstDay } from "@/lib/reports/insights/queries.ts";
import { payView } from "@/lib/reports/insights/schema.ts";

export async function GET(request: Request): Promise<Response> {
  const actor = await requireActor();
  const { by, ...view } = payView.parse(Object.fromEntries(new URL(request.url).searchParams));
  const since = view.since ?? (await firstDay(actor));
  const { currencies } = await pay(actor, since, by);
  const rows = currencies.flatMap(({ currency, all, rows: its }) =>
    [all, ...its].map(({ label, postings, low, median, high }) => ({
      currency,
      part: label,
      postings,
      first_quartile: low,
      median,
      third_quartile: high,
    })),
  );
  return csvResponse(`pay-by-${by}-since-${since}`, rows);
}
