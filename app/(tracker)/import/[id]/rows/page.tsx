import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { AllRows } from "@/components/imports/all-rows.tsx";
import { LinkButton } from "@/components/ui/button.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { countRows, getBatch } from "@/lib/imports/queries.ts";
import { rowFilter } from "@/lib/imports/schema.ts";
import { withMarks } from "@/lib/imports/staging/marked-rows.ts";
import { pageOfReviewRows } from "@/lib/imports/staging/review.ts";
import { tablePageSize } from "@/lib/lists/table-filter.ts";
import { rowReader } from "@/lib/route-params.ts";
import "../../import.css";

export const metadata: Metadata = { title: "Rows of an import" };

const read = rowReader(getBatch);

export default async function ImportRowsPage(props: PageProps<"/import/[id]/rows">) {
  const [actor, batch] = await read((await props.params).id);
  const path = `/import/${batch.id}`;
  if (batch.state !== "draft") redirect(path);
  const filter = rowFilter.parse(await props.searchParams);
  const [counts, { rows, total }] = await Promise.all([
    countRows(batch),
    pageOfReviewRows(batch, filter, tablePageSize),
  ]);
  return (
    <>
      <PageHeader
        title="All rows"
        beside={total.toLocaleString("en-US")}
        breadcrumbs={[
          { label: "Import", href: "/import" },
          { label: batch.file_name, href: path },
          { label: "All rows" },
        ]}
        actions={<LinkButton href={path}>Back to the import</LinkButton>}
        note="Tick what you want to import, and leave out the rest."
      />
      <AllRows
        {...{ batch: batch.id, counts, filter, total }}
        rows={await withMarks(actor, rows)}
        size={tablePageSize}
        zone={actor.time_zone}
      />
    </>
  );
}
