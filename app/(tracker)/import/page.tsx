import type { Metadata } from "next";
import { ExportHints } from "@/components/imports/export-hints.tsx";
import { FileDrop } from "@/components/imports/file-drop.tsx";
import { ImportList } from "@/components/imports/import-list.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { requireActor } from "@/lib/accounts/auth/current.ts";
import { listBatches } from "@/lib/imports/queries.ts";

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
        <ExportHints />
      </div>
    </>
  );
}
