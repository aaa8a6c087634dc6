import type { Metadata } from "next";
import { FileDrop } from "@/components/imports/file-drop.tsx";
import { ImportLists } from "@/components/imports/import-list.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { listBatches } from "@/lib/imports/queries.ts";
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
        <ImportLists batches={batches} zone={actor.time_zone} />
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
