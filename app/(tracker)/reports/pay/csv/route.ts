import { csvResponse } from "@/lib/reports/insights/csv.ts";
import { pay } from "@/lib/reports/insights/pay.ts";
import { payView } from "@/lib/reports/insights/schema.ts";
import { downloadActor, queryOf, reportRequest } from "../../report-request.ts";

export async function GET(request: Request): Promise<Response> {
  const { actor, view, since } = await reportRequest(payView, queryOf(request), downloadActor());
  const { by } = view;
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
