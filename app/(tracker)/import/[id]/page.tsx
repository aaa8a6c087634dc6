import type { Metadata } from "next";
import { BatchDone } from "@/components/imports/batch-done.tsx";
import { DraftPage } from "@/components/imports/draft-page.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { countRows, getBatch, pageOfRows } from "@/lib/imports/queries.ts";
import { rowFilter } from "@/lib/imports/schema.ts";
import { tablePageSize } from "@/lib/lists/table-filter.ts";
import { rowReader } from "@/lib/route-params.ts";
import "../import.css";

export const metadata: Metadata = { title: "Import" };

const read = rowReader(getBatch);

export default async function ImportBatchPage({ params, searchParams }: PageProps<"/import/[id]">) {
  const [actor, batch] = await read((await params).id);
  const crumbs = [{ label: "Import", href: "/import" }, { label: batch.file_name }];
  if (batch.state !== "draft") {
    return (
      <>
        <PageHeader title={batch.file_name} breadcrumbs={crumbs} />
        <BatchDone batch={batch} />
      </>
    );
  }
  const filter = rowFilter.parse(await searchParams);
  const [counts, rows] = await Promise.all([
    countRows(batch),
    pageOfRows(batch, filter.show, filter.page, tablePageSize),
  ]);
  return (
    <>
      <PageHeader
        title="What Foothold understood"
        breadcrumbs={crumbs}
        note="Nothing is saved yet. Look it over, correct what was read wrongly, then import."
      />
      <DraftPage {...{ batch, counts, rows, filter }} size={tablePageSize} zone={actor.time_zone} />
    </>
  );
}
