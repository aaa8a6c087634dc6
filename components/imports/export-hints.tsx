const hints = [
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

/** Where people find the file that they need. */
export function ExportHints() {
  return (
    <details className="export-hints">
      <summary>How to get the file</summary>
      <dl>
        {hints.map(([where, how]) => (
          <div key={where}>
            <dt>{where}</dt>
            <dd>{how}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
