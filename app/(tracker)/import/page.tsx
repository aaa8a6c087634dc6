import type { Metadata } from "next";
import { FileDrop } from "@/components/imports/file-drop.tsx";
import { Card, CardHeader } from "@/components/ui/card.tsx";
import { Link } from "@/components/ui/link.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { DateText } from "@/components/ui/time.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { formatInstant } from "@/lib/dates.ts";
import { type BatchBrief, listBatches } from "@/lib/imports/queries.ts";
import "./import.css";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage() {
  const actor = await requireActor();
  const batches = await listBatches(actor);
  return (
    <>
      <PageHeader
        title="Bring your spreadsheet"
        note="Foothold reads it as it is: your columns, your words, your dates. You see every row before anything is saved."
      />
      <div className="import-page">
        <FileDrop />
        {batches.length > 0 && <ImportList batches={batches} zone={actor.time_zone} />}
        <details className="export-hints">
          <summary>How to get the file</summary>
          <dl>
            {exportHints.map(([where, how]) => (
              <div key={where}>
                <dt>{where}</dt>
                <dd>{how}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </>
  );
}

/** The person's imports, the last first: what became of each. */
function ImportList({ batches, zone }: { batches: BatchBrief[]; zone: string }) {
  return (
    <Card labelledBy="imports">
      <CardHeader id="imports" title="Your imports" note={batches.length} />
      <ul className="import-list">
        {batches.map((batch) => (
          <li key={batch.id}>
            <Link href={`/import/${batch.id}`}>{batch.file_name}</Link>
            <span>{outcome(batch)}</span>
            <DateText
              iso={formatInstant(batch.undone_at ?? batch.finished_at ?? batch.created_at, zone)}
            />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function outcome({ state, posting_count }: BatchBrief): string {
  if (state === "draft") return "Not saved yet";
  const postings = posting_count === 1 ? "1 posting" : `${posting_count} postings`;
  return state === "done" ? `${postings} imported` : `${postings}, undone`;
}

const exportHints = [
  ["Google Sheets", "File, Download, Comma-separated values or Microsoft Excel."],
  [
    "Excel, Numbers, LibreOffice",
    "Save or export as .xlsx or .csv. Older .xls files must be saved as .xlsx once.",
  ],
  ["Notion, Airtable", "Export the table or view as CSV."],
  [
    "LinkedIn",
    "Settings, Data privacy, Get a copy of your data. The archive holds “Job Applications” and “Saved Jobs” as CSV.",
  ],
  [
    "Other trackers",
    "Look for “Export” in the settings. Any table with a company or a title per row will do.",
  ],
] as const;
