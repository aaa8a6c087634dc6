import { applicationBatches } from "@/lib/reports/documented/queries.ts";
import { csvStream } from "@/lib/reports/insights/csv.ts";
import { tableView } from "@/lib/reports/insights/schema.ts";
import { downloadActor, queryOf, reportRequest } from "../../report-request.ts";

const columns = [
  "id",
  "company_name",
  "posting_title",
  "posting_status",
  "applied_at",
  "rejected_after_stage",
  "site_name",
  "site_id",
] as const;

export async function GET(request: Request): Promise<Response> {
  const { actor, since } = await reportRequest(tableView, queryOf(request), downloadActor());
  async function* rows() {
    for await (const batch of applicationBatches(actor, since)) {
      yield batch.map((row) => columns.map((column) => row[column]));
    }
  }
  return csvStream(`postings-applied-since-${since}`, columns, rows());
}
