import { proofFields, proofTexts, proofWords } from "@/components/reports/insights/proof-words.ts";
import { csvStream } from "@/lib/reports/insights/csv.ts";
import { proofLines } from "@/lib/reports/insights/proof.ts";
import { proofView } from "@/lib/reports/insights/schema.ts";
import { weekStartOf } from "@/lib/reports/insights/values.ts";
import { statusesOf } from "@/lib/statuses/queries.ts";
import { downloadActor, queryOf } from "../../report-request.ts";

export async function GET(request: Request): Promise<Response> {
  const actor = await downloadActor();
  const { layout, replies, ...ends } = proofView.parse(queryOf(request));
  const words = proofWords[layout];
  const statuses = await statusesOf(actor);
  const asked = { ...ends, starts: weekStartOf[layout], replies: replies === "yes" };
  async function* rows() {
    for await (const lines of proofLines(actor, asked)) {
      yield lines.map((line) => {
        const texts = proofTexts(line, words, statuses);
        return proofFields.map((field) => texts[field]);
      });
    }
  }
  return csvStream(
    "work-search-proof",
    proofFields.map((field) => words.fields[field]),
    rows(),
  );
}
